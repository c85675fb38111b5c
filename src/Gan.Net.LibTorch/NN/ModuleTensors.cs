using Gan.Net.LibTorch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>The few tensor operations that modules themselves need.</summary>
internal static class ModuleTensors
{
    private static readonly Operator EmptyMemory = new("empty", "memory_format");
    private static readonly Operator AliasOf = new("alias");
    private static readonly Operator CopyInPlace = new("copy_");
    private static readonly Operator ZeroInPlace = new("zero_");
    private static readonly Operator FillInPlace = new("fill_", "Scalar");
    private static readonly Operator ToDevice = new("to", "device");

    public static torch.Tensor Empty(long[] shape, torch.ScalarType? dtype, torch.Device? device) =>
        EmptyMemory.Call(shape, dtype ?? torch.get_default_dtype(), Argument.None, torch.InitializeDevice(device));

    public static torch.Tensor Filled(double value, long[] shape, torch.ScalarType? dtype, torch.Device? device)
    {
        var tensor = Empty(shape, dtype, device);
        FillInPlace.Run(tensor, value);
        return tensor;
    }

    public static Parameter EmptyParameter(long[] shape, torch.ScalarType? dtype, torch.Device? device) => new(Empty(shape, dtype, device));

    /// <summary>A new handle to the same tensor.</summary>
    public static torch.Tensor Alias(torch.Tensor tensor) => AliasOf.Call(tensor);

    public static void Copy(torch.Tensor target, torch.Tensor source) => CopyInPlace.Run(target, source);

    public static void Zero(torch.Tensor tensor) => ZeroInPlace.Run(tensor);

    public static torch.Tensor Convert(torch.Tensor tensor, torch.Device device, torch.ScalarType dtype) => ToDevice.Call(tensor, device, dtype);

    /// <summary>One entry of a tensor's shape, without an array for the rest.</summary>
    public static unsafe long SizeAt(this torch.Tensor tensor, int dimension)
    {
        var sizes = stackalloc long[(int)tensor.Dimensions];
        Native.gannet_tensor_sizes(tensor.Handle, sizes);
        return sizes[dimension];
    }

    public static long[] Repeat(long value, int count)
    {
        var values = new long[count];
        Array.Fill(values, value);
        return values;
    }

    public static long[] ToArray(this (long, long) pair) => [pair.Item1, pair.Item2];

    public static long[] ToArray(this (long, long, long) triple) => [triple.Item1, triple.Item2, triple.Item3];
}
