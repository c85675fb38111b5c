using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator RandintLow = new("randint", "low_generator");
    private static readonly Operator Randperm = new("randperm", "generator");
    private static readonly Operator RandpermOut = new("randperm", "generator_out");
    private static readonly Operator Scale = new("mul", "Tensor");
    private static readonly Operator ScaleInPlace = new("mul_", "Scalar");
    private static readonly Operator ShiftInPlace = new("add_", "Scalar");

    /// <summary>Integers from <paramref name="low"/> up to, not including, <paramref name="high"/>, all equally likely; <c>Int64</c> unless a type is given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type cannot hold the bounds.</exception>
    public static Tensor randint(
        long low, long high, long[] size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        var type = dtype ?? ScalarType.Int64;
        RequireRoom(low, type, nameof(low));
        RequireRoom(high - 1, type, nameof(high));
        return Made(RandintLow.Call(low, high, size, generator, type, Argument.Default, InitializeDevice(device)), requires_grad, names);
    }

    public static Tensor randint(
        long high, long[] size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        long low, long high, Size size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        long high, Size size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int low, int high, int[] size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, Array.ConvertAll(size, length => (long)length), dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int high, int[] size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.randint_like(low, high, dtype, device, requires_grad);

    /// <summary>The integers from 0 to <paramref name="n"/> - 1 in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Randperm.Call(n, generator, dtype ?? ScalarType.Int64, Argument.Default, InitializeDevice(device)), requires_grad);

    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) => RandpermOut.Call(n, generator, @out);

    /// <summary>Normal random numbers of one mean and deviation: standard normal ones, scaled and shifted.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Placed(randn(size, dtype, device, false, generator, names), mean, std), requires_grad);

    /// <summary>One normal random number per element of <paramref name="mean"/>; the two tensors broadcast.</summary>
    /// <exception cref="ArgumentException">The two tensors are on different devices.</exception>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        if (std.device_type != mean.device_type || std.device_index != mean.device_index)
        {
            throw new ArgumentException($"The means are on {mean.device} and the deviations on {std.device}; they must be on the same device.");
        }

        using var drawn = randn(mean.shape, null, std.device, false, generator);
        using var scaled = Scale.Call(drawn, std);
        return scaled.add(mean);
    }

    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) != 0;

    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var drawn = randint(low, high, (long[])[], generator: generator);
        return drawn.ReadCpuInt64(0);
    }

    public static double rand_float(Generator? generator = null)
    {
        using var drawn = rand((long[])[], generator: generator);
        using var wide = drawn.to_type(ScalarType.Float64);
        return wide.ReadCpuDouble(0);
    }

    public static double randn_float(Generator? generator = null)
    {
        using var drawn = randn((long[])[], generator: generator);
        using var wide = drawn.to_type(ScalarType.Float64);
        return wide.ReadCpuDouble(0);
    }

    private static Tensor Placed(Tensor standard, double mean, double std)
    {
        ScaleInPlace.Run(standard, std);
        ShiftInPlace.Run(standard, mean);
        return standard;
    }

    private static void RequireRoom(long value, ScalarType type, string argument)
    {
        var (lowest, highest) = type switch
        {
            ScalarType.Byte => (byte.MinValue, byte.MaxValue),
            ScalarType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
            ScalarType.Int16 => (short.MinValue, short.MaxValue),
            ScalarType.Int32 => (int.MinValue, int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };

        if (value < lowest || value > highest)
        {
            throw new ArgumentOutOfRangeException(argument, value, $"The value is outside the range of {type}.");
        }
    }
}
