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
        InPlace.Scale(mean, beta1);
        InPlace.Add(mean, gradient, 1 - beta1);
        InPlace.Scale(square, beta2);
        InPlace.AddProduct(square, gradient, gradient, 1 - beta2);
        if (maximum is not null)
        {
            InPlace.Raise(maximum, square);
        }

        using var denominator = InPlace.Root(maximum ?? square);
        InPlace.Divide(denominator, Math.Sqrt(1 - Math.Pow(beta2, step)));
        InPlace.Add(denominator, eps);
        InPlace.AddQuotient(parameter, mean, denominator, -(rate / (1 - Math.Pow(beta1, step))));
    }
}
