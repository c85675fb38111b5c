using System.Runtime.InteropServices;

namespace Gan.Net.LibTorch.Interop;

/// <summary>The entry points of the native shim, <c>native/gannet_torch.cpp</c>. Everything is blittable: nothing is marshalled.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "gannet_torch";

    static Native() => NativeLoader.Install();

    /// <summary>Throws what a native call reported.</summary>
    /// <exception cref="ExternalException">The call failed; the message is libtorch's.</exception>
    public static void Check(int status)
    {
        if (status != 0)
        {
            Throw();
        }
    }

    private static void Throw() => throw new ExternalException(Marshal.PtrToStringUTF8(gannet_last_error()));

    [LibraryImport(Library)] public static partial nint gannet_last_error();
    [LibraryImport(Library)] public static partial void gannet_free(void* memory);

    [LibraryImport(Library)] public static partial int gannet_operator_find(byte* name, byte* overload, nint* found);
    [LibraryImport(Library)] public static partial int gannet_operator_call(nint op, NativeValue* arguments, long count, NativeValue* results, long capacity);
    [LibraryImport(Library)] public static partial int gannet_operator_call_tensor(nint op, NativeValue* arguments, long count, nint* result);
    [LibraryImport(Library)] public static partial int gannet_operator_run(nint op, NativeValue* arguments, long count);

    [LibraryImport(Library)] public static partial int gannet_adam_step(
        nint parameter, nint gradient, nint mean, nint square, double beta1, double beta2, double correction, double epsilon, double step, int* done);
    [LibraryImport(Library)] public static partial int gannet_leaky_relu(nint input, double slope, int inPlace, nint* result);
    [LibraryImport(Library)] public static partial int gannet_transposed_convolution(
        nint input, nint weight, long* stride, long* padding, long* outputSize, nint* result);

    [LibraryImport(Library)] public static partial void gannet_tensor_free(nint handle);
    [LibraryImport(Library)] public static partial nint gannet_tensor_retain(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial long gannet_tensor_dim(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial long gannet_tensor_numel(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial long gannet_tensor_element_size(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int gannet_tensor_dtype(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int gannet_tensor_device_type(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int gannet_tensor_device_index(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int gannet_tensor_layout(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial long gannet_tensor_storage_offset(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int gannet_tensor_is_contiguous(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial void gannet_tensor_sizes(nint handle, long* sizes);
    [LibraryImport(Library)] public static partial int gannet_tensor_strides(nint handle, long* strides);
    [LibraryImport(Library)] public static partial int gannet_tensor_data(nint handle, void** data);
    [LibraryImport(Library)] public static partial int gannet_tensor_over(
        void* data, long* sizes, long dim, int dtype, nint context, delegate* unmanaged<nint, void> done, nint* result);
    [LibraryImport(Library)] public static partial int gannet_tensor_storage(nint handle, void** data, long* bytes);
    [LibraryImport(Library)] public static partial int gannet_tensor_item(nint handle, double* real, long* integer);

    [LibraryImport(Library)] public static partial int gannet_tensor_requires_grad(nint handle);
    [LibraryImport(Library)] public static partial int gannet_tensor_set_requires_grad(nint handle, int value);
    [LibraryImport(Library)] public static partial int gannet_tensor_is_leaf(nint handle);
    [LibraryImport(Library)] public static partial int gannet_tensor_grad(nint handle, nint* grad);
    [LibraryImport(Library)] public static partial int gannet_tensor_set_grad(nint handle, nint grad);
    [LibraryImport(Library)] public static partial int gannet_tensor_retain_grad(nint handle);
    [LibraryImport(Library)] public static partial int gannet_backward(
        nint* tensors, long tensorCount, nint* gradients, long gradientCount, int retainGraph, int createGraph, nint* inputs, long inputCount);
    [LibraryImport(Library)] public static partial int gannet_grad(
        nint* outputs, long outputCount, nint* inputs, long inputCount, nint* gradients, long gradientCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);
    [LibraryImport(Library), SuppressGCTransition] public static partial int gannet_grad_mode();
    [LibraryImport(Library), SuppressGCTransition] public static partial void gannet_set_grad_mode(int enabled);
    [LibraryImport(Library)] public static partial int gannet_anomaly_mode();
    [LibraryImport(Library)] public static partial int gannet_set_anomaly_mode(int mode);

    [LibraryImport(Library)] public static partial int gannet_generator_new(ulong seed, nint* generator);
    [LibraryImport(Library)] public static partial int gannet_generator_default(nint* generator);
    [LibraryImport(Library)] public static partial void gannet_generator_free(nint generator);
    [LibraryImport(Library)] public static partial int gannet_generator_manual_seed(nint generator, ulong seed);
    [LibraryImport(Library)] public static partial int gannet_generator_seed(nint generator, ulong* seed);
    [LibraryImport(Library)] public static partial int gannet_generator_initial_seed(nint generator, ulong* seed);
    [LibraryImport(Library)] public static partial int gannet_generator_get_state(nint generator, nint* state);
    [LibraryImport(Library)] public static partial int gannet_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)] public static partial int gannet_cuda_available();
    [LibraryImport(Library)] public static partial int gannet_cuda_count();
    [LibraryImport(Library)] public static partial int gannet_cudnn_available();
    [LibraryImport(Library)] public static partial int gannet_cuda_manual_seed(ulong seed, int all);
    [LibraryImport(Library)] public static partial int gannet_cuda_synchronize(int index);
    [LibraryImport(Library)] public static partial int gannet_get_flag(int which);
    [LibraryImport(Library)] public static partial int gannet_set_flag(int which, int value);
    [LibraryImport(Library)] public static partial int gannet_threads();
    [LibraryImport(Library)] public static partial int gannet_set_threads(int count);
    [LibraryImport(Library)] public static partial int gannet_interop_threads();
    [LibraryImport(Library)] public static partial int gannet_set_interop_threads(int count);
    [LibraryImport(Library)] public static partial nint gannet_compiled_version();
    [LibraryImport(Library)] public static partial nint gannet_config();
}
