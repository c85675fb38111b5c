using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// The least-squares game: D minimises ½(l_real - b)² + ½(l_fake - a)², G minimises ½(l_fake - c)². The default codes real as 1, fake
/// as 0 and what G wants as 1; <see cref="Symmetric"/> is the coding that minimises a Pearson χ² divergence.
/// Source: Mao et al. 2017, equations 2, 8 and 9.
/// </summary>
public sealed record LeastSquaresLoss : ISeparableLoss
{
    /// <summary>Fake -1, real 1, and 0 for what the generator wants (equation 8).</summary>
    public static LeastSquaresLoss Symmetric { get; } = new() { FakeTarget = -1, RealTarget = 1, GeneratorTarget = 0 };

    /// <summary>The squares of RaLSGAN: targets -1 and 1, not halved. For <see cref="RelativisticAverageLoss"/>.</summary>
    public static LeastSquaresLoss Relativistic { get; } = new() { FakeTarget = -1, RealTarget = 1, Factor = 1 };

    /// <summary>What each square is multiplied by, positive. Default ½, the paper's.</summary>
    public double Factor { get; init; } = 0.5;

    /// <summary>The logit D gives fakes, a. Default 0.</summary>
    public double FakeTarget { get; init; }

    /// <summary>The logit D gives real samples, b. Default 1.</summary>
    public double RealTarget { get; init; } = 1;

    /// <summary>The logit G wants for fakes, c. Default 1.</summary>
    public double GeneratorTarget { get; init; } = 1;

    /// <inheritdoc/>
    public bool GeneratorNeedsRealLogits => false;

    /// <summary>Halfway between <see cref="FakeTarget"/> and <see cref="RealTarget"/>.</summary>
    public double? DecisionPoint => (FakeTarget + RealTarget) / 2;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => CostAsReal(realLogits).add(CostAsFake(fakeLogits));

    /// <inheritdoc/>
    public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => Square(fakeLogits, GeneratorTarget);

    /// <inheritdoc/>
    public Tensor CostAsReal(Tensor logits) => Square(logits, RealTarget);

    /// <inheritdoc/>
    public Tensor CostAsFake(Tensor logits) => Square(logits, FakeTarget);

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Factor)
            .Require(double.IsFinite(FakeTarget), "must be finite", FakeTarget)
            .Require(double.IsFinite(RealTarget), "must be finite", RealTarget)
            .Require(double.IsFinite(GeneratorTarget), "must be finite", GeneratorTarget);
    }

    private Tensor Square(Tensor logits, double target) => logits.sub(target).square().mul(Factor);
}
