using Gan.Net.LibTorch.Interop;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Moves numbers in and out of tensors through their memory, without the members under test.</summary>
internal static unsafe class TensorValues
{
    private static readonly Operator Empty = new("empty", "memory_format");
    private static readonly Operator Contiguous = new("contiguous");

    public static Tensor Make(ScalarType type, long[] shape, params double[] values)
    {
        var tensor = Empty.Call(shape, type);
        Assert.Equal(values.Length, tensor.NumberOfElements);
        for (var i = 0; i < values.Length; i++)
        {
            Write(type, Address(tensor), i, values[i]);
        }

        return tensor;
    }

    /// <summary>A float64 vector.</summary>
    public static Tensor Vector(params double[] values) => Make(ScalarType.Float64, [values.Length], values);

    /// <summary>The values in row-major order.</summary>
    public static double[] Read(Tensor tensor)
    {
        using var dense = Contiguous.Call(tensor);
        var type = dense.dtype;
        var values = new double[dense.NumberOfElements];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Read(type, Address(dense), i);
        }

        return values;
    }

    private static void* Address(Tensor tensor)
    {
        void* data;
        Native.Check(Native.gannet_tensor_data(tensor.Handle, &data));
        return data;
    }

    private static void Write(ScalarType type, void* data, int i, double value)
    {
        switch (type)
        {
            case ScalarType.Float64: ((double*)data)[i] = value; break;
            case ScalarType.Float32: ((float*)data)[i] = (float)value; break;
            case ScalarType.Int64: ((long*)data)[i] = (long)value; break;
            case ScalarType.Int32: ((int*)data)[i] = (int)value; break;
            case ScalarType.Int16: ((short*)data)[i] = (short)value; break;
            case ScalarType.Int8: ((sbyte*)data)[i] = (sbyte)value; break;
            case ScalarType.Byte: ((byte*)data)[i] = (byte)value; break;
            case ScalarType.Bool: ((byte*)data)[i] = value != 0 ? (byte)1 : (byte)0; break;
            default: throw new NotSupportedException($"No test writes {type}.");
        }
    }

    private static double Read(ScalarType type, void* data, int i) => type switch
    {
        ScalarType.Float64 => ((double*)data)[i],
        ScalarType.Float32 => ((float*)data)[i],
        ScalarType.Int64 => ((long*)data)[i],
        ScalarType.Int32 => ((int*)data)[i],
        ScalarType.Int16 => ((short*)data)[i],
        ScalarType.Int8 => ((sbyte*)data)[i],
        ScalarType.Byte or ScalarType.Bool => ((byte*)data)[i],
        _ => throw new NotSupportedException($"No test reads {type}."),
    };
}
