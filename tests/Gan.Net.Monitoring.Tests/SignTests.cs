using Gan.Net.Monitoring.Signs;

namespace Gan.Net.Monitoring.Tests;

/// <summary>Each sign on scripted rounds: when it speaks, with which number, and when it does not.</summary>
public sealed class SignTests
{
    private static readonly TrainingMonitorOptions Options = new() { Every = 10, Window = 100, SampleWindow = 200, Settling = 500 };

    [Fact]
    public void DiscriminatorWins_SureForAWindow_SpeaksWhenTheWindowIsFull()
    {
        var (round, finding) = First(new DiscriminatorWinsSign(Options), 1000, round => Readings.Of(round, ("probability.real", 0.99), ("probability.fake", 0.005)));

        Assert.Equal(110, round);
        Assert.Equal(0.985, finding!.Value, 1e-12);
        Assert.Equal(0.97, finding.Limit);
        Assert.Equal(
            "The discriminator wins: over 100 rounds D(real) - D(fake) was 0.985 on average (limit 0.97), so the generator learns next to nothing from it.",
            finding.Sentence);
    }

    [Fact]
    public void DiscriminatorWins_SureNowAndThen_IsQuiet() =>
        Assert.Null(First(new DiscriminatorWinsSign(Options), 1000, round => Readings.Of(round, ("probability.real", 1), ("probability.fake", round % 20 == 0 ? 0.08 : 0))).Finding);

    [Fact]
    public void DiscriminatorWins_Critic_IsQuiet() =>
        Assert.Null(First(new DiscriminatorWinsSign(Options), 1000, round => Readings.Of(round, ("score.real", 100), ("score.fake", -100))).Finding);

    [Fact]
    public void GeneratorWins_NoFakeRecognised_Speaks()
    {
        var (round, finding) = First(new GeneratorWinsSign(Options), 1000, round => Readings.Of(round, ("accuracy.fake", round < 300 ? 0.5 : 0.01)));

        // At 390 the window holds 300 to 390; the mean of the round before still has a 0.5 in it.
        Assert.Equal(390, round);
        Assert.Equal(0.01, finding!.Value, 1e-12);
        Assert.Equal(
            "The generator wins: over 100 rounds the discriminator recognised 0.010 of its samples on average (limit 0.05), so it has nothing to teach.", finding.Sentence);
    }

    [Fact]
    public void GeneratorWins_SomeFakesRecognised_IsQuiet() =>
        Assert.Null(First(new GeneratorWinsSign(Options), 1000, round => Readings.Of(round, ("accuracy.fake", 0.06))).Finding);

    [Fact]
    public void VanishingGradient_ThreeOrdersOfMagnitude_Speaks()
    {
        var (round, finding) = First(new VanishingGradientSign(Options), 1000, round => Readings.Of(round, ("generator.gradient", round <= 100 ? 4 : 0.002)));

        Assert.Equal(200, round);
        Assert.Equal(0.0005, finding!.Value, 1e-9);
        Assert.Equal("The generator's gradient vanishes: over 100 rounds its norm was 0.0005 of what it was at its greatest (limit 0.001).", finding.Sentence);
    }

    [Fact]
    public void VanishingGradient_OneSpike_IsQuiet() =>
        Assert.Null(First(new VanishingGradientSign(Options), 1000, round => Readings.Of(round, ("generator.gradient", round == 200 ? 1e6 : 1))).Finding);

    [Fact]
    public void VanishingGradient_Zero_CountsAsSmall() =>
        Assert.NotNull(First(new VanishingGradientSign(Options), 1000, round => Readings.Of(round, ("generator.gradient", round <= 100 ? 1 : 0))).Finding);

    [Theory]
    [InlineData("generator.loss", double.NaN)]
    [InlineData("generator.gradient", double.PositiveInfinity)]
    [InlineData("discriminator.loss", -10_000)]
    [InlineData("score.fake", 20_000)]
    public void Divergence_NoNumberOrTooLarge_SpeaksAtOnce(string name, double value)
    {
        var finding = new DivergenceSign(Options).Look(Readings.Of(10, (name, value)));

        Assert.Equal(value, finding!.Value);
        Assert.Equal(10_000, finding.Limit);
    }

    [Theory]
    [InlineData("generator.gradient", 1e6)]
    [InlineData("R1Penalty", 1e6)]
    [InlineData("discriminator.loss", 9_999)]
    public void Divergence_LargeWhereItMayBe_IsQuiet(string name, double value) => Assert.Null(new DivergenceSign(Options).Look(Readings.Of(10, (name, value))));

    [Fact]
    public void Divergence_SamplesThatAreNoNumbers_Speaks() =>
        Assert.Equal("The run diverges: the samples' deviation is NaN (limit 1E+04 either way).", new DivergenceSign(Options).Look(Readings.Of(10, spread: double.NaN))!.Sentence);

    [Fact]
    public void Collapse_AfterDiversity_Speaks()
    {
        var (round, finding) = First(new CollapseSign(Options), 1000, round => Readings.Of(round, spread: round <= 210 ? 1 : 0.1, near: 0));

        // The mean over 200 rounds falls to 1/4 when a sixth of them is diverse: 3 of 20 reports.
        Assert.Equal(380, round);
        Assert.Equal(0.235, finding!.Value, 1e-12);
        Assert.Equal(
            "The generator has collapsed: over 200 rounds samples deviated 0.235 times as much from each other as the data (limit 0.25).", finding.Sentence);
    }

    [Fact]
    public void Collapse_FromTheStart_WaitsUntilItShouldHaveSettled() =>
        Assert.Equal(500, First(new CollapseSign(Options), 1000, round => Readings.Of(round, spread: 0.1, near: 0)).Round);

    [Fact]
    public void Collapse_Narrow_IsQuiet() => Assert.Null(First(new CollapseSign(Options), 1000, round => Readings.Of(round, spread: 0.26)).Finding);

    [Fact]
    public void PartialCollapse_RegionsMissed_Speaks()
    {
        var (round, finding) = First(new PartialCollapseSign(Options), 1000, round => Readings.Of(round, missed: 0.4));

        Assert.Equal(500, round);
        Assert.Equal(0.4, finding!.Value, 1e-12);
        Assert.Equal(
            "The generator has collapsed in part: over 200 rounds 0.400 of the data lay in regions that its samples missed (limit 0.25).", finding.Sentence);
    }

    [Fact]
    public void PartialCollapse_OfWhatItHad_DoesNotWait() =>
        Assert.Equal(310, First(new PartialCollapseSign(Options), 1000, round => Readings.Of(round, missed: round <= 210 ? 0 : 0.5)).Round);

    [Fact]
    public void PartialCollapse_MissedWhileTheDataWasNotFound_IsQuiet() =>
        Assert.Null(First(new PartialCollapseSign(Options), 1000, round => round <= 400 ? Readings.Of(round, missed: 1, near: 0) : Readings.Of(round, missed: 0.1)).Finding);

    [Theory]
    [InlineData(0.24, 0.8, 1)] // little is missed
    [InlineData(0.9, 0.2, 1)] // samples do not look like data
    [InlineData(0.9, 0.8, 0.2)] // all alike: the other sign's
    public void PartialCollapse_SomethingElse_IsQuiet(double missed, double near, double spread) =>
        Assert.Null(First(new PartialCollapseSign(Options), 1000, round => Readings.Of(round, spread, missed, near)).Finding);

    [Fact]
    public void Oscillation_SamplesGoToAndFro_SpeaksOnceSettled()
    {
        var (round, finding) = First(new OscillationSign(Options), 1000, round => Readings.Of(round, shares: round / 50 % 2 == 0 ? [1, 0] : [0, 1]));

        Assert.Equal(500, round);
        Assert.InRange(finding!.Value, 0.45, 0.55);
        Assert.StartsWith("The game oscillates: over 200 rounds 0.", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Oscillation_SteadyDrift_IsQuiet() =>
        Assert.Null(First(new OscillationSign(Options), 1000, round => Readings.Of(round, shares: [round / 1000.0, 1 - (round / 1000.0)])).Finding);

    [Fact]
    public void SwingOf_HalfTheTimeElsewhere_IsHalf() => Assert.Equal(0.5, OscillationSign.SwingOf([[1, 0], [0, 1], [0, 1], [1, 0]]), 1e-12);

    [Fact]
    public void SwingOf_LineAcrossTime_IsNothing() => Assert.Equal(0, OscillationSign.SwingOf([[1, 0], [0.75, 0.25], [0.5, 0.5], [0.25, 0.75]]), 1e-12);

    [Fact]
    public void Remedies_OfEachSign_AreGivenInPhrases()
    {
        ISign[] signs =
        [
            new DivergenceSign(Options), new DiscriminatorWinsSign(Options), new GeneratorWinsSign(Options), new VanishingGradientSign(Options),
            new CollapseSign(Options), new PartialCollapseSign(Options), new OscillationSign(Options),
        ];

        Assert.Equal(Enum.GetValues<VerdictKind>().Order(), signs.Select(sign => sign.Kind).Order());
        Assert.All(signs, sign => Assert.InRange(sign.Remedies.Count, 3, 6));
        Assert.All(signs.SelectMany(sign => sign.Remedies), remedy => Assert.False(remedy.EndsWith('.')));
    }

    private static (long Round, Finding? Finding) First(ISign sign, long rounds, Func<long, MonitorReading> reading)
    {
        for (var round = 10L; round <= rounds; round += 10)
        {
            if (sign.Look(reading(round)) is { } finding)
            {
                return (round, finding);
            }
        }

        return (0, null);
    }
}
