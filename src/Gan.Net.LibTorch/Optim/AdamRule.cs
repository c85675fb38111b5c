using Gan.Net.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The update that Adam and AdamW share.</summary>
internal static class AdamRule
{
    /// <summary>
    /// Updates the moments and moves the parameter by them, corrected for their bias. The largest second moment so far, if
    /// given, is updated too and takes the second moment's place in the denominator.
    /// </summary>
    public static void Apply(
        Parameter parameter, Tensor gradient, Tensor mean, Tensor square, Tensor? maximum, long step, double rate, double beta1, double beta2, double eps)
    {
        var correction = Math.Sqrt(1 - Math.Pow(beta2, step));
        var size = -(rate / (1 - Math.Pow(beta1, step)));
        if (maximum is not null || !ApplyInOnePass(parameter, gradient, mean, square, correction, size, beta1, beta2, eps))
        {
            ApplyByOperators(parameter, gradient, mean, square, maximum, correction, size, beta1, beta2, eps);
        }
    }

    internal static void ApplyByOperators(
        Tensor parameter, Tensor gradient, Tensor mean, Tensor square, Tensor? maximum, double correction, double size, double beta1, double beta2, double eps)
    {
        InPlace.Scale(mean, beta1);
        InPlace.Add(mean, gradient, 1 - beta1);
        InPlace.Scale(square, beta2);
        InPlace.AddProduct(square, gradient, gradient, 1 - beta2);
        if (maximum is not null)
        {
            InPlace.Raise(maximum, square);
        }

        using var denominator = InPlace.Root(maximum ?? square);
        InPlace.Divide(denominator, correction);
        InPlace.Add(denominator, eps);
        InPlace.AddQuotient(parameter, mean, denominator, size);
    }

    /// <summary>The same update in one pass over memory, bit for bit, or false where there is no such pass.</summary>
    internal static unsafe bool ApplyInOnePass(
        Tensor parameter, Tensor gradient, Tensor mean, Tensor square, double correction, double size, double beta1, double beta2, double eps)
    {
        int done;
        Native.Check(Native.gannet_adam_step(
            parameter.Handle, gradient.Handle, mean.Handle, square.Handle, beta1, beta2, correction, eps, size, &done));
        GC.KeepAlive(parameter);
        GC.KeepAlive(gradient);
        GC.KeepAlive(mean);
        GC.KeepAlive(square);
        return done != 0;
    }
}
