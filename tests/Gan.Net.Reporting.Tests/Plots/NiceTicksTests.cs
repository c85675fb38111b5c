namespace Gan.Net.Reporting.Tests.Plots;

public sealed class NiceTicksTests
{
    [Theory]
    [InlineData(10, 5, 2)]
    [InlineData(10, 10, 1)]
    [InlineData(10, 9, 2)]
    [InlineData(11, 5, 5)]
    [InlineData(51, 5, 20)]
    [InlineData(0.003, 3, 0.001)]
    [InlineData(0.3, 3, 0.1)]
    [InlineData(2.75e6, 7, 5e5)]
    public void Step_Length_IsTheSmallestRoundStepThatFits(double length, int most, double expected) =>
        Assert.Equal(expected, NiceTicks.Step(length, most), expected * 1e-12);

    [Fact]
    public void Multiples_Range_HoldsBothEndsWhenTheyAreMultiples()
    {
        Assert.Equal([-0.2, -0.1, 0, 0.1, 0.2, 0.3], NiceTicks.Multiples(-0.2, 0.3, 0.1).Select(tick => Math.Round(tick, 12)));
        Assert.Equal([5, 10], NiceTicks.Multiples(4.9, 14.9, 5));
        Assert.Empty(NiceTicks.Multiples(1.1, 1.9, 5));
    }

    [Fact]
    public void Decades_ManyPowers_SkipsEqually() =>
        Assert.Equal([1e-9, 1e-6, 1e-3, 1, 1e3, 1e6, 1e9], NiceTicks.Decades(1e-10, 1e10, 7).Select(tick => Math.Pow(10, Math.Round(Math.Log10(tick)))));

    [Fact]
    public void Decades_TwoPowers_AddsTwosAndFives() =>
        Assert.Equal([0.2, 0.5, 1, 2, 5, 10], NiceTicks.Decades(0.15, 12, 7));

    [Fact]
    public void Decades_LessThanATick_FallsBackToMultiples() =>
        Assert.Equal([2.2, 2.4, 2.6, 2.8], NiceTicks.Decades(2.1, 2.9, 5).Select(tick => Math.Round(tick, 12)));

    [Fact]
    public void Exact_RangeThatMissesItsMultiples_HasAsManyTicksAsFit()
    {
        Assert.Equal([50_000, 100_000, 150_000], PlotAxis.Exact([960, 192_000], 3).Ticks);
        Assert.Equal([1e6, 2e6], PlotAxis.Exact([10_240, 2_048_000], 3).Ticks);
        Assert.Equal([0, 5, 10], PlotAxis.Exact([0, 10], 3).Ticks);
    }
}
