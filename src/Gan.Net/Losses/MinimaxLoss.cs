using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// The original, saturating game: D maximises log D(x) + log(1 - D(G(z))) and G minimises the second term. With logits l and
/// D = sigmoid(l): D minimises softplus(-l_real) + softplus(l_fake); G minimises -softplus(l_fake). The generator's gradient vanishes
/// where the discriminator is sure; <see cref="NonSaturatingLoss"/> is the usual choice.
/// Source: Goodfellow et al. 2014, equation 1.
/// </summary>
public sealed record MinimaxLoss : ISeparableLoss
{
    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => false;

    /// <summary>True.</summary>
    public bool IsZeroSum => true;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) =>
        CostAsReal(realLogits).add(CostAsFake(fakeLogits));

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => fakeLogits.softplus().neg();

    /// <inheritdoc/>
    public Tensor CostAsReal(Tensor logits) => logits.neg().softplus();

    /// <inheritdoc/>
    public Tensor CostAsFake(Tensor logits) => logits.softplus();
}
