using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator ToType = new("to", "dtype");
        private static readonly Operator ToDeviceAndType = new("to", "device");
        private static readonly Operator ToLayout = new("to", "dtype_layout");
        private static readonly Operator CloneTensor = new("clone");
        private static readonly Operator Contiguous = new("contiguous");
        private static readonly Operator CopyInPlace = new("copy_");
        private static readonly Operator Detach = new("detach");
        private static readonly Operator DetachInPlace = new("detach_");
        private static readonly Operator SetSource = new("set_", "source_Tensor");
        private static readonly Operator Alias = new("alias");
        private static readonly Operator PinMemory = new("pin_memory");
        private static readonly Operator IsPinned = new("is_pinned");

        /// <summary>The tensor in another element type. Where nothing changes, a new handle to the same memory, unless a copy is asked for.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Replaced(ToType.Call(this, type, non_blocking, copy), disposeAfter);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Replaced(ToDeviceAndType.Call(this, InitializeDevice(device), type, non_blocking, copy), disposeAfter);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Replaced(
                ToLayout.Call(this, Argument.None, Argument.None, InitializeDevice(device), Argument.None, non_blocking, copy), disposeAfter);

        /// <summary>The tensor in another one's type, on its device.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, non_blocking: non_blocking);

        public Tensor type(ScalarType dtype) => to_type(dtype);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor cpu() => to(CPU);

        /// <summary>The tensor on a CUDA device, the current one unless one is given.</summary>
        /// <exception cref="ArgumentException">The device is not a CUDA device.</exception>
        /// <exception cref="InvalidOperationException">The machine has no CUDA.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => device is null || device.type == DeviceType.CUDA
            ? to(device ?? CUDA, non_blocking: non_blocking)
            : throw new ArgumentException("Not a CUDA device.", nameof(device));

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @char() => to_type(ScalarType.Int8);

        public Tensor @short() => to_type(ScalarType.Int16);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor half() => to_type(ScalarType.Float16);

        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @double() => to_type(ScalarType.Float64);

        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);

        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);

        /// <summary>A copy with memory of its own, still part of the graph.</summary>
        public Tensor clone() => CloneTensor.Call(this);

        public Tensor contiguous() => Contiguous.Call(this);

        /// <summary>Overwrites the elements with those of another tensor, which is broadcast and converted.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            CopyInPlace.Run(this, source, nonBlocking);
            return this;
        }

        /// <summary>The same memory, cut off from the graph.</summary>
        public Tensor detach() => Detach.Call(this);

        public Tensor detach_()
        {
            DetachInPlace.Run(this);
            return this;
        }

        /// <summary>Makes this tensor share another one's memory, shape and strides.</summary>
        /// <exception cref="ArgumentException">The tensors differ in type.</exception>
        public Tensor set_(Tensor source)
        {
            if (source.dtype != dtype)
            {
                throw new ArgumentException($"A tensor of type {dtype} cannot share the memory of one of type {source.dtype}.", nameof(source));
            }

            SetSource.Run(this, source);
            return this;
        }

        /// <summary>The same tensor under a second handle.</summary>
        public Tensor alias() => Alias.Call(this);

        public Tensor pin_memory() => PinMemory.Call(this);

        public bool is_pinned() => IsPinned.CallBoolean(this);

        private Tensor Replaced(Tensor result, bool disposeThis)
        {
            if (disposeThis)
            {
                Dispose();
            }

            return result;
        }
    }

    public static Tensor clone(Tensor input) => input.clone();

    public static Tensor FloatTensor(Tensor t) => t.to_type(ScalarType.Float32);

    public static Tensor DoubleTensor(Tensor t) => t.to_type(ScalarType.Float64);

    public static Tensor LongTensor(Tensor t) => t.to_type(ScalarType.Int64);

    public static Tensor IntTensor(Tensor t) => t.to_type(ScalarType.Int32);

    public static Tensor ShortTensor(Tensor t) => t.to_type(ScalarType.Int16);

    public static Tensor ByteTensor(Tensor t) => t.to_type(ScalarType.Byte);

    public static Tensor BoolTensor(Tensor t) => t.to_type(ScalarType.Bool);
}
