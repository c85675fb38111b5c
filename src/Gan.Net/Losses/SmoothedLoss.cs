using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// One-sided label smoothing of any separable loss: a real sample counts as real with weight <see cref="RealLabel"/> and as fake with
/// the rest. Fakes and the generator are left alone. Source: Salimans et al. 2016, section 3.4.
/// </summary>
public sealed record SmoothedLoss : IAdversarialLoss
{
    /// <summary>The loss that is smoothed. Default <see cref="NonSaturatingLoss"/>.</summary>
    public ISeparableLoss Inner { get; init; } = new NonSaturatingLoss();

    /// <summary>The label of real samples, in [0, 1]. Default 0.9.</summary>
    public double RealLabel { get; init; } = 0.9;

    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => Inner.GeneratorNeedsRealLogits;

    /// <summary>The inner loss's; the smoothing itself moves it a little towards fake.</summary>
    public double? DecisionPoint => Inner.DecisionPoint;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) =>
        Inner.CostAsReal(realLogits).mul(RealLabel).add(Inner.CostAsFake(realLogits).mul(1 - RealLabel)).add(Inner.CostAsFake(fakeLogits));

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => Inner.ForGenerator(realLogits, fakeLogits);

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(RealLabel is >= 0 and <= 1, "must be in [0, 1]", RealLabel).Within(Inner, (loss, inside) => loss.Validate(inside));
    }
}
