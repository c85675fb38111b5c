using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// The game most GANs play: D as in <see cref="MinimaxLoss"/>, and G maximises log D(G(z)) instead, which keeps a gradient where the
/// discriminator is sure. With logits: D minimises softplus(-l_real) + softplus(l_fake); G minimises softplus(-l_fake).
/// Source: Goodfellow et al. 2014, section 3.
/// </summary>
public sealed record NonSaturatingLoss : ISeparableLoss
{
    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => false;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) =>
        CostAsReal(realLogits).add(CostAsFake(fakeLogits));

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => fakeLogits.neg().softplus();

    /// <inheritdoc/>
    public Tensor CostAsReal(Tensor logits) => logits.neg().softplus();

    /// <inheritdoc/>
    public Tensor CostAsFake(Tensor logits) => logits.softplus();
}
