namespace Gan.Net.Reporting;

/// <summary>
/// A series as it is drawn: itself when it is short; else its mean over equal stretches of the horizontal axis, with the least and
/// the greatest value of each stretch, so that no spike is lost. A value that is not finite is a gap.
/// </summary>
internal sealed class SeriesEnvelope
{
    private SeriesEnvelope(double[] x, double[] middle, double[]? low, double[]? high) => (X, Middle, Low, High) = (x, middle, low, high);

    public double[] X { get; }

    /// <summary>The curve; NaN where it has a gap.</summary>
    public double[] Middle { get; }

    /// <summary>The least of each stretch, or null for a series drawn as it is.</summary>
    public double[]? Low { get; }

    /// <summary>The greatest of each stretch, or null for a series drawn as it is.</summary>
    public double[]? High { get; }

    /// <summary>Draws a series in at most <paramref name="stretches"/> stretches, if it has more than twice as many points.</summary>
    /// <param name="series">The series.</param>
    /// <param name="stretches">How many, at least 1.</param>
    /// <param name="place">Where a value stands on the axis: NaN for nowhere.</param>
    public static SeriesEnvelope Of(PlotSeries series, int stretches, Func<double, double> place)
    {
        double[] x = [.. series.X];
        double[] y = [.. series.Y.Select(value => double.IsFinite(place(value)) ? place(value) : double.NaN)];
        return x.Length <= 2 * stretches || x[^1] <= x[0] ? new SeriesEnvelope(x, y, null, null) : Gather(x, y, stretches);
    }

    private static SeriesEnvelope Gather(double[] x, double[] y, int stretches)
    {
        var width = (x[^1] - x[0]) / stretches;
        var groups = Enumerable.Range(0, x.Length)
            .GroupBy(i => Math.Min(stretches - 1, (int)((x[i] - x[0]) / width)))
            .Select(group => (X: group.Average(i => x[i]), Y: group.Select(i => y[i]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).ToArray()))
            .ToArray();
        return new SeriesEnvelope(
            [.. groups.Select(group => group.X)],
            [.. groups.Select(group => group.Y.Average())],
            [.. groups.Select(group => group.Y.Min())],
            [.. groups.Select(group => group.Y.Max())]);
    }
}
