namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        public int bits;
        public double eps;
        public double max;
        public double min;
        public double tiny;
        public double smallest_normal;
        public double resolution;
    }

    /// <summary>The limits of the default type.</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <summary>The limits of a floating-point type, or of a complex type's parts.</summary>
    /// <exception cref="ArgumentException">The type is neither.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => Limits(16, 10, (double)Half.MaxValue, Math.ScaleB(1, -14), 1e-3),
        ScalarType.BFloat16 => Limits(16, 7, Math.ScaleB(255, 120), Math.ScaleB(1, -126), 1e-2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, 23, float.MaxValue, Math.ScaleB(1, -126), 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, 52, double.MaxValue, Math.ScaleB(1, -1022), 1e-15),
        _ => throw new ArgumentException($"'dtype' must be floating point or complex; {dtype} is neither."),
    };

    private static FInfo Limits(int bits, int mantissa, double max, double smallest, double resolution) => new()
    {
        bits = bits,
        eps = Math.ScaleB(1, -mantissa),
        max = max,
        min = -max,
        tiny = smallest,
        smallest_normal = smallest,
        resolution = resolution,
    };
}
