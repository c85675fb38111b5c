namespace Gan.Net.Reporting.Tests.Plots;

public sealed class SeriesEnvelopeTests
{
    [Fact]
    public void Of_ShortSeries_KeepsEveryPoint()
    {
        var drawn = SeriesEnvelope.Of(Series([1, 2, 3], [4, double.PositiveInfinity, 6]), 2, value => value);

        Assert.Equal([1, 2, 3], drawn.X);
        Assert.Equal([4, double.NaN, 6], drawn.Middle);
        Assert.Null(drawn.Low);
        Assert.Null(drawn.High);
    }

    [Fact]
    public void Of_LongSeries_KeepsMeanLeastAndGreatestOfEachStretch()
    {
        var drawn = SeriesEnvelope.Of(Series([0, 1, 2, 3, 8, 9, 10], [1, 2, 9, double.NaN, double.NaN, double.NaN, 7]), 3, value => value);

        Assert.Equal([1.5, 9], drawn.X);
        Assert.Equal([4, 7], drawn.Middle);
        Assert.Equal([1, 7], drawn.Low!);
        Assert.Equal([9, 7], drawn.High!);
    }

    [Fact]
    public void Of_StretchWithoutANumber_IsAGap()
    {
        var drawn = SeriesEnvelope.Of(Series([0, 1, 2, 3, 4], [1, 1, double.NaN, double.NaN, double.NaN]), 2, value => value);

        Assert.Equal([1, double.NaN], drawn.Middle);
        Assert.Equal([1, double.NaN], drawn.High!);
    }

    [Fact]
    public void Of_LongSeriesWithOneSpike_TheSpikeIsTheBandsTop()
    {
        var x = Enumerable.Range(0, 10_000).Select(i => (double)i).ToArray();
        var drawn = SeriesEnvelope.Of(Series(x, [.. x.Select(i => i == 7777 ? 100.0 : 0)]), 100, value => value);

        Assert.Equal(100, drawn.X.Length);
        Assert.Equal(100, drawn.High![77]);
        Assert.Equal(1, drawn.Middle[77]);
        Assert.Equal(100, drawn.High.Sum());
    }

    private static PlotSeries Series(double[] x, double[] y) => new() { Name = "loss", X = x, Y = y };
}
