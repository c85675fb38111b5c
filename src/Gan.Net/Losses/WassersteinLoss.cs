using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// The Wasserstein game: the critic minimises D(fake) - D(real), the generator -D(fake). The critic must be kept 1-Lipschitz by a
/// gradient penalty or by clipping its weights. Source: Arjovsky, Chintala and Bottou 2017, algorithm 1.
/// </summary>
public sealed record WassersteinLoss : IAdversarialLoss
{
    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => false;

    /// <inheritdoc/>
    public double? DecisionPoint => null;

    /// <summary>True.</summary>
    public bool IsZeroSum => true;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => fakeLogits.sub(realLogits);

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => fakeLogits.neg();
}
