using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>
/// One number and the whole protocol it was measured by. Two results can be compared only when their protocols are the same: the same
/// metric, settings, sample counts, data and features. Immutable.
/// </summary>
public sealed record MetricResult
{
    /// <summary>The metric, in lower case, such as <c>fid</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>The choices at the metric's forks, such as <c>ddof1</c>; empty when there are none.</summary>
    public string Settings { get; init; } = "";

    /// <summary>What the numbers compared were, such as <c>digit-cnn-0f3a91c2</c>; empty when the samples themselves.</summary>
    public string Features { get; init; } = "";

    /// <summary>What the real samples are, such as <c>mnist-train</c>; empty when nobody said.</summary>
    public string Data { get; init; } = "";

    /// <summary>Real samples used, or null for a metric that looks at none.</summary>
    public long? RealSamples { get; init; }

    /// <summary>Generated samples used, or null for a metric that looks at none.</summary>
    public long? GeneratedSamples { get; init; }

    /// <summary>The value. NaN where the samples define none.</summary>
    public required double Value { get; init; }

    /// <summary>The deviation of the value over splits or subsets, or null when it was computed once.</summary>
    public double? Error { get; init; }

    /// <summary>Which values are better.</summary>
    public required MetricDirection Direction { get; init; }

    /// <summary>The protocol in full, as <c>fid-ddof1-10k-vs-60k-mnist-train-digit-cnn-0f3a91c2</c>: metric, settings, generated and real samples, data, features.</summary>
    public string Name => string.Join('-', new[] { Metric, Settings, Counts, Data, Features }.Where(part => part.Length > 0));

    private string Counts => (GeneratedSamples, RealSamples) switch
    {
        (long generated, long real) => $"{Short(generated)}-vs-{Short(real)}",
        (long generated, null) => Short(generated),
        (null, long real) => Short(real),
        _ => "",
    };

    /// <summary>This value minus another of the same protocol.</summary>
    /// <exception cref="ProtocolMismatchException">The other was measured by another protocol.</exception>
    public double DifferenceFrom(MetricResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Name == other.Name ? Value - other.Value : throw new ProtocolMismatchException(Name, other.Name);
    }

    /// <summary>Whether this value is strictly better than another of the same protocol.</summary>
    /// <exception cref="ProtocolMismatchException">The other was measured by another protocol.</exception>
    public bool IsBetterThan(MetricResult other)
    {
        var difference = DifferenceFrom(other);
        return Direction == MetricDirection.LowerIsBetter ? difference < 0 : difference > 0;
    }

    /// <summary>Name and value, as in <c>fid-ddof1-10k-vs-60k-mnist-train-digit-cnn-0f3a91c2 = 12.3456</c>.</summary>
    public override string ToString() => Error is double error
        ? string.Create(CultureInfo.InvariantCulture, $"{Name} = {Value:G6} ± {error:G3}")
        : string.Create(CultureInfo.InvariantCulture, $"{Name} = {Value:G6}");

    private static string Short(long count) => count >= 1000 && count % 1000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{count / 1000}k")
        : count.ToString(CultureInfo.InvariantCulture);
}
