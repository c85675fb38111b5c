using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// RpGAN: each fake is judged against the real sample beside it. D minimises softplus(-(l_real - l_fake)), G minimises
/// softplus(-(l_fake - l_real)): the pairing of Jolicoeur-Martineau 2018 in the non-saturating form that R3GAN trains with
/// (Huang et al. 2024, section 2).
/// </summary>
public sealed record RelativisticPairingLoss : IAdversarialLoss
{
    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => true;

    /// <inheritdoc/>
    public double? DecisionPoint => null;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => fakeLogits.sub(realLogits).softplus();

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => realLogits.sub(fakeLogits).softplus();
}
