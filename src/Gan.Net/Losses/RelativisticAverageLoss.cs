using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// A relativistic average game: each logit is judged against the mean logit of the other kind, by any separable loss. With
/// <see cref="NonSaturatingLoss"/> this is RaSGAN, with <see cref="LeastSquaresLoss.Relativistic"/> RaLSGAN, with
/// <see cref="HingeLoss"/> RaHingeGAN. Both terms are summed; some published code halves the sum.
/// Source: Jolicoeur-Martineau 2018, section 4.2.
/// </summary>
public sealed record RelativisticAverageLoss : IAdversarialLoss
{
    /// <summary>The loss of the differences. Default <see cref="NonSaturatingLoss"/>, which makes RaSGAN.</summary>
    public ISeparableLoss Judge { get; init; } = new NonSaturatingLoss();

    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => true;

    /// <inheritdoc/>
    public double? DecisionPoint => null;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => Compare(realLogits, fakeLogits);

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => Compare(fakeLogits, realLogits);

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Within(Judge, (loss, inside) => loss.Validate(inside));
    }

    // The costs of calling the first kind more real than the average of the second, and the second less.
    private Tensor Compare(Tensor upper, Tensor lower) =>
        Judge.CostAsReal(upper.sub(lower.mean())).add(Judge.CostAsFake(lower.sub(upper.mean())));
}
