using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>How samples spread over known modes or classes. Immutable.</summary>
public sealed record ModeCoverageResult
{
    /// <summary>Samples counted for each mode, in the order of the modes.</summary>
    public required IReadOnlyList<long> Counts { get; init; }

    /// <summary>Samples looked at.</summary>
    public required long Samples { get; init; }

    /// <summary>Modes reached by a sample that counts.</summary>
    public required int Covered { get; init; }

    /// <summary>The share of samples of high quality, 0 to 1; null where every sample counts. A perfect sampler of normal modes in the plane has 98.889 % at 3 deviations.</summary>
    public double? HighQuality { get; init; }

    /// <summary>
    /// KL(histogram ‖ uniform) in nats, 0 to log K; NaN when no sample counts. A perfect sampler of n samples has about (K - 1) / 2n;
    /// even collapse to k modes gives log(K / k).
    /// </summary>
    public double KlToUniform => KlTo([.. Enumerable.Repeat(1.0, Counts.Count)]);

    /// <summary>The choices of the protocol, for the names of the results.</summary>
    internal string Settings { get; init; } = "";

    internal string Features { get; init; } = "";

    /// <summary>How many modes there are, K.</summary>
    public int Modes => Counts.Count;

    /// <summary>The numbers as results: <c>modes</c>, <c>high-quality</c> where it applies, and <c>mode-kl</c>.</summary>
    public IReadOnlyList<MetricResult> Results =>
    [
        Result("modes", Covered, MetricDirection.HigherIsBetter),
        .. HighQuality is double share ? [Result("high-quality", share, MetricDirection.HigherIsBetter)] : Array.Empty<MetricResult>(),
        Result("mode-kl", KlToUniform, MetricDirection.LowerIsBetter),
    ];

    /// <summary>KL(histogram ‖ reference) in nats; NaN when no sample counts, infinite when a mode of no weight was reached.</summary>
    /// <param name="weights">The reference's weights, one for each mode, of any positive sum; such as the real data's class counts.</param>
    /// <exception cref="ArgumentException">There is not one weight for each mode, or none is positive.</exception>
    public double KlTo(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var whole = weights.Sum();
        if (weights.Count != Modes || !(whole > 0) || weights.Any(weight => weight < 0))
        {
            throw new ArgumentException($"{weights.Count} weights with the sum {whole.ToString(CultureInfo.InvariantCulture)} were given; expected {Modes}, none negative, with a positive sum.", nameof(weights));
        }

        var total = (double)Counts.Sum();
        return total == 0 ? double.NaN : Counts.Zip(weights).Where(pair => pair.First > 0)
            .Sum(pair => pair.First / total * Math.Log(pair.First / total / (pair.Second / whole)));
    }

    /// <summary>A sentence such as "8 of 8 modes, 94.2 % of 2,500 samples of high quality, KL 0.0123"; without KL when no sample counts.</summary>
    public override string ToString()
    {
        var divergence = double.IsNaN(KlToUniform) ? "" : string.Create(CultureInfo.InvariantCulture, $", KL {KlToUniform:F4}");
        return HighQuality is double share
            ? string.Create(CultureInfo.InvariantCulture, $"{Covered} of {Modes} modes, {share * 100:F1} % of {Samples:N0} samples of high quality{divergence}")
            : string.Create(CultureInfo.InvariantCulture, $"{Covered} of {Modes} modes in {Samples:N0} samples{divergence}");
    }

    private MetricResult Result(string metric, double value, MetricDirection direction) => new()
    {
        Metric = metric,
        Settings = string.Join('-', new[] { $"of{Modes}", Settings }.Where(part => part.Length > 0)),
        Features = Features,
        GeneratedSamples = Samples,
        Value = value,
        Direction = direction,
    };
}
