using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator ArangeStartStep = new("arange", "start_step");
    private static readonly Operator Linspace = new("linspace");
    private static readonly Operator Logspace = new("logspace");
    private static readonly Operator EyeRowsColumns = new("eye", "m");
    private static readonly Operator EmptyStrided = new("empty_strided");
    private static readonly Operator ComplexOfParts = new("complex");
    private static readonly Operator ComplexOfPolar = new("polar");

    /// <summary>The numbers from <paramref name="start"/> up to, not including, <paramref name="stop"/>; <c>Int64</c> when all three are integers.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var integral = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        var type = dtype ?? (integral ? ScalarType.Int64 : get_default_dtype());
        return Made(ArangeStartStep.Call(start, stop, step, type, Argument.Default, InitializeDevice(device)), requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary><paramref name="steps"/> evenly spaced numbers, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Linspace.Call(start, end, steps, dtype ?? get_default_dtype(), Argument.Default, InitializeDevice(device)), requires_grad);

    /// <summary>Powers of <paramref name="base"/>, the exponents evenly spaced with both ends included.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Logspace.Call(start, end, steps, @base, dtype ?? get_default_dtype(), Argument.Default, InitializeDevice(device)), requires_grad);

    /// <summary>Ones on the diagonal, zeros elsewhere; square when <paramref name="columns"/> is left out.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var type = dtype ?? get_default_dtype();
        return Made(EyeRowsColumns.Call(rows, columns == -1 ? rows : columns, type, Argument.Default, InitializeDevice(device)), requires_grad, names);
    }

    /// <summary>A tensor of undefined content with the given strides, in elements.</summary>
    public static Tensor empty_strided(
        long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(EmptyStrided.Call(size, strides, dtype ?? get_default_dtype(), Argument.Default, InitializeDevice(device)), requires_grad, names);

    public static Tensor complex(Tensor real, Tensor imag) => ComplexOfParts.Call(real, imag);

    public static Tensor polar(Tensor abs, Tensor angle) => ComplexOfPolar.Call(abs, angle);

    private static ScalarType TypeOf(Scalar value) => is_integral(value.Type) ? ScalarType.Int64 : get_default_dtype();

    private static Tensor Made(Tensor made, bool requires_grad, string[]? names = null)
    {
        if (requires_grad)
        {
            made.requires_grad = true;
        }

        return Named(made, names);
    }

    private static Tensor Named(Tensor tensor, string[]? names)
    {
        if (names is { Length: > 0 })
        {
            tensor.Dispose();
            throw new NotSupportedException("Dimensions cannot be named here. Leave names out.");
        }

        return tensor;
    }
}
