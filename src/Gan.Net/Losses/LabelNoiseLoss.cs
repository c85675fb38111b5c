using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// Label noise for any separable loss: in the discriminator's turn each label is swapped with a probability, which keeps it from
/// growing too sure. The generator is left alone.
/// </summary>
public sealed record LabelNoiseLoss : IRandomizedLoss
{
    /// <summary>The loss whose labels are swapped. Default <see cref="NonSaturatingLoss"/>.</summary>
    public ISeparableLoss Inner { get; init; } = new NonSaturatingLoss();

    /// <summary>The probability that a label is swapped, in [0, 0.5). Default 0.05.</summary>
    public double SwapProbability { get; init; } = 0.05;

    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => Inner.GeneratorNeedsRealLogits;

    /// <inheritdoc/>
    public double? DecisionPoint => Inner.DecisionPoint;

    /// <summary>The terms without noise.</summary>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => Inner.ForDiscriminator(realLogits, fakeLogits);

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits, Generator random)
    {
        var real = where(Swapped(realLogits, random), Inner.CostAsFake(realLogits), Inner.CostAsReal(realLogits));
        var fake = where(Swapped(fakeLogits, random), Inner.CostAsReal(fakeLogits), Inner.CostAsFake(fakeLogits));
        return real.add(fake);
    }

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => Inner.ForGenerator(realLogits, fakeLogits);

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.InRange(SwapProbability, 0, 0.5).Within(Inner, (loss, inside) => loss.Validate(inside));
    }

    private Tensor Swapped(Tensor logits, Generator random) =>
        Draw.Uniform(logits.shape, random).lt(SwapProbability).to(logits.device);
}
