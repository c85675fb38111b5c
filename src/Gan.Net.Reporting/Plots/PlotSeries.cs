namespace Gan.Net.Reporting;

/// <summary>One curve: numbers over numbers. Immutable as long as its lists are.</summary>
public sealed record PlotSeries
{
    /// <summary>What the legend calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Where on the horizontal axis, finite and never falling: samples seen, for example.</summary>
    public required IReadOnlyList<double> X { get; init; }

    /// <summary>How high, as many as <see cref="X"/>. NaN and infinity are gaps in the curve.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    internal void Check()
    {
        if (X.Count != Y.Count)
        {
            throw new ArgumentException($"The series '{Name}' has {X.Count} values of X and {Y.Count} of Y. Give as many of each.");
        }

        for (var i = 0; i < X.Count; i++)
        {
            if (!double.IsFinite(X[i]) || (i > 0 && X[i] < X[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The series '{Name}' has X[{i}] = {X[i]}; expected finite numbers that never fall. Sort the points."));
            }
        }
    }
}
