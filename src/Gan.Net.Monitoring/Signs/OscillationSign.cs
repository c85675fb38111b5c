namespace Gan.Net.Monitoring.Signs;

/// <summary>
/// Samples of the same latents that keep moving from region to region. Measured by the shares of the regions: how far they are from
/// their own trend, as the share of samples that would have to move back. A steady drift is learning, and leaves nothing.
/// </summary>
internal sealed class OscillationSign(TrainingMonitorOptions options) : ISign
{
    private readonly RoundWindow<double[]> _shares = new(options.SampleWindow);

    public VerdictKind Kind => VerdictKind.Oscillation;

    public IReadOnlyList<string> Remedies { get; } =
    [
        "add R1Penalty to the discriminator",
        "lower Adam's first beta to 0.5 or 0",
        "lower both learning rates, or let them fall over the run",
        "show an average of the generator's weights (EMA)",
        "more discriminator steps in a round",
    ];

    public Finding? Look(MonitorReading reading)
    {
        if (reading.Samples is not { } samples || !double.IsFinite(samples.Spread))
        {
            return null;
        }

        _shares.Add(reading.Round, samples.Shares);
        if (!_shares.IsFull || reading.Round < options.Settling)
        {
            return null;
        }

        var swing = SwingOf([.. _shares.Values]);
        return swing < options.Swing ? null : new Finding
        {
            Value = swing,
            Limit = options.Swing,
            Sentence = FormattableString.Invariant(
                $"The game oscillates: over {options.SampleWindow:N0} rounds {swing:F3} of the samples were elsewhere than usual on average (limit {options.Swing:G3}), though their latents stayed the same."),
        };
    }

    /// <summary>Half the mean distance, summed over the regions, of shares over time from the straight lines that fit them best.</summary>
    internal static double SwingOf(double[][] shares)
    {
        var middle = (shares.Length - 1) / 2.0;
        var squares = Enumerable.Range(0, shares.Length).Sum(time => (time - middle) * (time - middle));
        var total = 0.0;
        for (var region = 0; region < shares[0].Length; region++)
        {
            var mean = shares.Average(share => share[region]);
            var slope = Enumerable.Range(0, shares.Length).Sum(time => (time - middle) * shares[time][region]) / squares;
            total += Enumerable.Range(0, shares.Length).Sum(time => Math.Abs(shares[time][region] - mean - (slope * (time - middle))));
        }

        return total / 2 / shares.Length;
    }
}
