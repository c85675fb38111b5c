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
    private static readonly Operator DetachOf = new("detach");
    private static readonly Operator UnsqueezeAt = new("unsqueeze");
    private static readonly Operator SqueezeAt = new("squeeze", "dim");

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

    public static torch.Tensor Detach(torch.Tensor tensor) => DetachOf.Call(tensor);

    public static torch.Tensor Unsqueeze(torch.Tensor tensor, long dimension) => UnsqueezeAt.Call(tensor, dimension);

    public static torch.Tensor Squeeze(torch.Tensor tensor, long dimension) => SqueezeAt.Call(tensor, dimension);

    /// <summary>The value of a tensor that has one.</summary>
    public static unsafe double Item(torch.Tensor tensor)
    {
        double value;
        long ignored;
        Native.Check(Native.gannet_tensor_item(tensor.Handle, &value, &ignored));
        GC.KeepAlive(tensor);
        return value;
    }

    /// <summary>One entry of a tensor's shape, without an array for the rest.</summary>
    public static unsafe long SizeAt(this torch.Tensor tensor, int dimension)
    {
        var sizes = stackalloc long[(int)tensor.Dimensions];
        Native.gannet_tensor_sizes(tensor.Handle, sizes);
        return sizes[dimension];
    }

    public static unsafe bool SameShape(torch.Tensor one, torch.Tensor other)
    {
        var dimensions = (int)one.Dimensions;
        if (other.Dimensions != dimensions)
        {
            return false;
        }

        var sizes = stackalloc long[2 * dimensions];
        Native.gannet_tensor_sizes(one.Handle, sizes);
        Native.gannet_tensor_sizes(other.Handle, sizes + dimensions);
        return new Span<long>(sizes, dimensions).SequenceEqual(new Span<long>(sizes + dimensions, dimensions));
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
