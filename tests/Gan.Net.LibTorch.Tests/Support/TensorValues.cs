using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Moves numbers in and out of tensors of any type.</summary>
internal static class TensorValues
{
    public static Tensor Make(ScalarType type, long[] shape, params double[] values) => tensor(values, shape, type);

    /// <summary>A float64 vector.</summary>
    public static Tensor Vector(params double[] values) => Make(ScalarType.Float64, [values.Length], values);

    /// <summary>The values in row-major order.</summary>
    public static double[] Read(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64, CPU).contiguous().data<double>().ToArray();
    }
}
