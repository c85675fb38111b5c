using static TorchSharp.torch;

namespace Gan.Net.Dcgan;

/// <summary>Checks what product layers are given, before the engine is: it ends the process where sizes do not fit.</summary>
internal static class ProductShape
{
    /// <summary>Throws unless the input is a batch of samples of this shape.</summary>
    public static void Require(Tensor input, long[] sample)
    {
        if (!input.shape.AsSpan(Math.Min(1, (int)input.ndim)).SequenceEqual(sample))
        {
            throw new ArgumentException($"A DCGAN layer was given [{string.Join(", ", input.shape)}]; expected [N, {string.Join(", ", sample)}].", nameof(input));
        }
    }
}
