using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The array's numbers in its shape. The tensor works on the array's own memory, unless the device is another.</summary>
    /// <exception cref="NotSupportedException">The element type has no tensor counterpart.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device ?? CPU);

    /// <summary>The array's numbers in its shape: its own memory where type and device allow, else a converted copy.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var target = InitializeDevice(device);
        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        var shared = Over(rawArray, SizesOf(rawArray), type, 0);
        return Made(Converted(shared, dtype ?? type, target), requires_grad, names);
    }

    /// <summary>
    /// Elements of an array as a vector, on the array's own memory unless <paramref name="dtype"/> is not its type.
    /// <paramref name="offset"/> and <paramref name="count"/> are in elements; a count of -1 takes all that follow.
    /// </summary>
    /// <exception cref="ArgumentException">The offset is outside the array.</exception>
    /// <exception cref="IndexOutOfRangeException">There are fewer elements.</exception>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var length = rawArray.LongLength;
        if (offset < 0 || offset >= length)
        {
            throw new ArgumentException($"invalid value for 'offset': {offset}");
        }

        if (count > length - offset)
        {
            throw new IndexOutOfRangeException($"element count is too large: {count}");
        }

        var type = ToScalarType(rawArray.GetType().GetElementType()!);
        var shared = Over(rawArray, [count < 0 ? length - offset : count], type, offset);
        return Made(Converted(shared, dtype, CPU), requires_grad);
    }

    // The array stays pinned until libtorch lets go of the memory.
    private static unsafe Tensor Over(Array array, long[] size, ScalarType type, long offset)
    {
        var pin = new PinnedGCHandle<Array>(array);
        var first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        nint handle;
        fixed (long* sizes = size)
        {
            var start = first + (offset * ElementSizeOf(array));
            var status = Native.gannet_tensor_over(start, sizes, size.Length, (int)type, PinnedGCHandle<Array>.ToIntPtr(pin), &Unpin, &handle);
            Native.Check(status);
        }

        return new Tensor(handle);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint pin) => PinnedGCHandle<Array>.FromIntPtr(pin).Dispose();

    private static Tensor Converted(Tensor tensor, ScalarType type, Device device) =>
        tensor.dtype == type && device.type == DeviceType.CPU ? tensor : tensor.to(type, device, disposeAfter: true);
}
