using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// The hinge game: D minimises max(0, 1 - l_real) + max(0, 1 + l_fake), G minimises -l_fake.
/// Source: Lim and Ye 2017; Miyato et al. 2018, equations 16 and 17.
/// </summary>
public sealed record HingeLoss : ISeparableLoss
{
    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => false;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => CostAsReal(realLogits).add(CostAsFake(fakeLogits));

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => fakeLogits.neg();

    /// <inheritdoc/>
    public Tensor CostAsReal(Tensor logits) => logits.neg().add(1).relu();

    /// <inheritdoc/>
    public Tensor CostAsFake(Tensor logits) => logits.add(1).relu();
}
