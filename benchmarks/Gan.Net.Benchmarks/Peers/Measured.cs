namespace Gan.Net.Benchmarks.Peers;

/// <summary>Ratios of pairs measured in turn.</summary>
internal readonly record struct Measured(IReadOnlyList<double> Ours, IReadOnlyList<double> Theirs)
{
    public double Ratio => Median(Ratios());

    /// <summary>Half the distance between the quartiles of the pairs' ratios.</summary>
    public double Spread
    {
        get
        {
            var sorted = Ratios().Order().ToArray();
            return (sorted[(sorted.Length - 1) * 3 / 4] - sorted[(sorted.Length - 1) / 4]) / 2;
        }
    }

    public double OursMedian => Median(Ours);

    public double TheirsMedian => Median(Theirs);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private double[] Ratios() => [.. Ours.Zip(Theirs, (ours, theirs) => ours / theirs)];
}
