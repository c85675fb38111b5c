using System.Text.Json.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>A tensor of a fixture file: its type in PyTorch's words, its shape, and its values in row-major order.</summary>
internal sealed record ReferenceTensor(
    [property: JsonPropertyName("dtype")] string DType,
    [property: JsonPropertyName("shape")] long[] Shape,
    [property: JsonPropertyName("data")] double[] Data)
{
    private const double Relative = 1e-5;
    private const double Absolute = 1e-8;

    public ScalarType Type => DType switch
    {
        "float64" => ScalarType.Float64,
        "float32" => ScalarType.Float32,
        "int64" => ScalarType.Int64,
        "int32" => ScalarType.Int32,
        "int16" => ScalarType.Int16,
        "int8" => ScalarType.Int8,
        "uint8" => ScalarType.Byte,
        "bool" => ScalarType.Bool,
        _ => throw new NotSupportedException($"Fixtures do not hold {DType}."),
    };

    /// <summary>A new tensor with these values.</summary>
    public Tensor Make() => TensorValues.Make(Type, Shape, Data);

    /// <summary>Fails unless type, shape and every value agree (relative 1e-5, absolute 1e-8; NaN equals NaN).</summary>
    public void AssertLike(Tensor actual, string what)
    {
        Assert.True(actual.dtype == Type, $"{what}: the type is {actual.dtype}; expected {Type}.");
        Assert.True(Shape.SequenceEqual(actual.shape), $"{what}: the shape is [{string.Join(", ", actual.shape)}]; expected [{string.Join(", ", Shape)}].");
        var values = TensorValues.Read(actual);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.True(Close(values[i], Data[i]), $"{what}: element {i} is {values[i]:R}; expected {Data[i]:R}.");
        }
    }

    private static bool Close(double actual, double expected) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= Absolute + (Relative * Math.Abs(expected));
}
