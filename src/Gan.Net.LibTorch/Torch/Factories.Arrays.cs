using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>The tensor itself, as a new handle, where type and device are already right; otherwise a converted copy.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        data.to(dtype ?? data.dtype, device ?? data.device);

    /// <summary>libtorch's element type for a .NET number.</summary>
    internal static ScalarType ToScalarType(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        TypeCode.Boolean => ScalarType.Bool,
        _ when type == typeof(Half) => ScalarType.Float16,
        _ when type == typeof(System.Numerics.Complex) => ScalarType.ComplexFloat64,
        _ => throw new NotSupportedException($"The type {type.FullName} is not supported."),
    };

    /// <summary>A copy of an array whose element type is only known at run time.</summary>
    internal static Tensor CopyOf(Array array, long[] dimensions, Device? device, bool requires_grad)
    {
        var type = ToScalarType(array.GetType().GetElementType()!);
        RequireEnough(ElementCount(dimensions), array.LongLength);
        return FromBytes(BytesOf(array), dimensions, type, null, device, requires_grad, null);
    }

    private static Tensor FromArray<T>(Array array, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged =>
        FromBytes(BytesOf(array), SizesOf(array), type, dtype, device, requires_grad, names);

    private static Tensor FromSpan<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        var size = dimensions.ToArray();
        RequireEnough(ElementCount(size), values.Length);
        return FromBytes(MemoryMarshal.AsBytes(values), size, type, dtype, device, requires_grad, names);
    }

    private static unsafe Tensor FromBytes(
        ReadOnlySpan<byte> bytes, long[] size, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        var target = InitializeDevice(device);
        var made = Empty.Call(size, type, Argument.Default, CPU);
        void* data;
        Native.Check(Native.gannet_tensor_data(made.Handle, &data));
        var length = (int)(made.NumberOfElements * made.ElementSize);
        bytes[..length].CopyTo(new Span<byte>(data, length));
        GC.KeepAlive(made);
        return Made(Converted(made, dtype ?? type, target), requires_grad, names);
    }

    private static long ElementCount(long[] size)
    {
        var count = 1L;
        foreach (var length in size)
        {
            count = checked(count * length);
        }

        return count;
    }

    private static void RequireEnough(long needed, long present)
    {
        if (needed > present)
        {
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {needed} vs. {present}");
        }
    }

    private static ReadOnlySpan<T> SpanOf<T>(IList<T> values) => values switch
    {
        T[] array => array,
        List<T> list => CollectionsMarshal.AsSpan(list),
        _ => values.ToArray(),
    };

    private static ReadOnlySpan<byte> BytesOf(Array array) => MemoryMarshal.CreateReadOnlySpan(
        ref MemoryMarshal.GetArrayDataReference(array), checked(array.Length * ElementSizeOf(array)));

    private static int ElementSizeOf(Array array) => RuntimeHelpers.SizeOf(array.GetType().GetElementType()!.TypeHandle);

    private static long[] SizesOf(Array array)
    {
        var size = new long[array.Rank];
        for (var i = 0; i < size.Length; i++)
        {
            size[i] = array.GetLongLength(i);
        }

        return size;
    }
}
