namespace Gan.Net.Monitoring;

/// <summary>
/// When a <see cref="TrainingMonitor"/> speaks. Where a limit says "measured", it lies between what healthy recipes and deliberately
/// broken runs of this library reach over several seeds; the guide on monitoring has the table. Immutable.
/// </summary>
public sealed record TrainingMonitorOptions
{
    // A mean of fewer reports than this is an accident.
    private const int ReportsInAWindow = 8;

    /// <summary>Rounds between two looks, at most an eighth of each window. Default 25.</summary>
    public long Every { get; init; } = 25;

    /// <summary>Rounds over which scores and gradients are averaged before they count. Default 1,000.</summary>
    public long Window { get; init; } = 1_000;

    /// <summary>Rounds over which what is seen in samples is averaged before it counts. Default 2,000.</summary>
    public long SampleWindow { get; init; } = 2_000;

    /// <summary>
    /// Rounds in which a generator may still search for the data: until then it may wander, make samples that are all alike, and leave out what
    /// it never had. Default 7,500; measured: on the ring of eight Gaussians healthy runs search for up to 3,000, at half the rate for up to 6,000.
    /// </summary>
    public long Settling { get; init; } = 7_500;

    /// <summary>Samples looked at each time, from always the same latents, at least 16. Default 256.</summary>
    public int Samples { get; init; } = 256;

    /// <summary>
    /// The discriminator wins when D(real) - D(fake) is at least this, in (0, 1). Default 0.97: D(fake) is then about 0.015, and the original
    /// loss passes on that share of its gradient (Goodfellow et al. 2014, section 3). Measured: healthy DCGANs 0.6, broken runs 0.99 and more.
    /// </summary>
    public double DiscriminatorAdvantage { get; init; } = 0.97;

    /// <summary>
    /// The generator wins when the discriminator recognises at most this share of generated samples, in (0, 0.5), chance being one half.
    /// Default 0.05; measured: healthy runs 0.1 and more, broken ones 0.
    /// </summary>
    public double FakeAccuracy { get; init; } = 0.05;

    /// <summary>
    /// The generator's gradient vanishes when its norm falls to this share of its greatest, in (0, 1). Default 0.001: Arjovsky and Bottou
    /// 2017, figure 2, saw it fall by three orders of magnitude and more. Measured: healthy runs 0.03 and more, broken ones 0.0001.
    /// </summary>
    public double GradientFall { get; init; } = 1e-3;

    /// <summary>
    /// Samples are all alike when their deviation is at most this share of the data's, in (0, 1). Default 0.25: one of the ring's eight modes
    /// has 0.1 of the whole ring's, two neighbours 0.4.
    /// </summary>
    public double Spread { get; init; } = 0.25;

    /// <summary>
    /// A collapse is partial when at least this share of the data is in regions that samples miss, in (0, 1). Default a quarter; measured: healthy
    /// runs 0.21 and less, broken ones 0.3 and more.
    /// </summary>
    public double MissedShare { get; init; } = 0.25;

    /// <summary>
    /// The generator wanders when this share of its samples, on average, is elsewhere than it usually is, in (0, 1). Default 0.45; measured:
    /// healthy runs 0.28 and less, broken ones 0.57 and more.
    /// </summary>
    public double Swing { get; init; } = 0.45;

    /// <summary>
    /// A run diverges when a loss or a mean logit is this large, positive, or not finite. Default 10,000: no recipe known to the authors
    /// comes near, while an unbounded critic passes it within hundreds of rounds.
    /// </summary>
    public double Explosion { get; init; } = 1e4;

    internal TrainingMonitorOptions Validated()
    {
        new OptionProblems(nameof(TrainingMonitorOptions))
            .AtLeast(Every, 1)
            .AtLeast(Window, ReportsInAWindow * Every)
            .AtLeast(SampleWindow, ReportsInAWindow * Every)
            .AtLeast(Settling, 0)
            .AtLeast(Samples, 16)
            .Require(DiscriminatorAdvantage is > 0 and < 1, "must be in (0, 1)", DiscriminatorAdvantage)
            .Require(FakeAccuracy is > 0 and < 0.5, "must be in (0, 0.5)", FakeAccuracy)
            .Require(GradientFall is > 0 and < 1, "must be in (0, 1)", GradientFall)
            .Require(Spread is > 0 and < 1, "must be in (0, 1)", Spread)
            .Require(MissedShare is > 0 and < 1, "must be in (0, 1)", MissedShare)
            .Require(Swing is > 0 and < 1, "must be in (0, 1)", Swing)
            .Positive(Explosion)
            .ThrowIfAny();
        return this;
    }
}
