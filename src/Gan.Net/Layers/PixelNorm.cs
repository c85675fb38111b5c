using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// Pixelwise feature normalisation (Karras et al. 2018, section 4.2): divides each pixel's channels by the root of their mean square.
/// <c>[N, C, ...]</c> to the same. Holds no state.
/// </summary>
public sealed class PixelNorm : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-8;

    /// <summary>Makes the layer.</summary>
    public PixelNorm()
        : base(nameof(PixelNorm))
    {
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input has no channels.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        InputShapes.Require(input.ndim >= 2, input, "[N, C, ...]");
        return input.mul(input.square().mean([1], keepdim: true).add(Epsilon).rsqrt());
    }
}
