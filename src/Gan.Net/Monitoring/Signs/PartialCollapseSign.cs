namespace Gan.Net.Monitoring.Signs;

/// <summary>
/// Samples that look like data, and leave out whole regions of it. Samples that do not look like data yet say nothing, and those that are
/// all alike are <see cref="CollapseSign"/>'s.
/// </summary>
internal sealed class PartialCollapseSign(TrainingMonitorOptions options) : ISign
{
    private readonly RoundWindow<double> _spread = new(options.SampleWindow);
    private readonly RoundWindow<double> _missed = new(options.SampleWindow);
    private readonly RoundWindow<double> _near = new(options.SampleWindow);

    public VerdictKind Kind => VerdictKind.PartialCollapse;

    public IReadOnlyList<string> Remedies { get; } =
    [
        "let the discriminator see many samples at once: PackedDiscriminator, MinibatchStandardDeviation, or MinibatchDiscrimination",
        "add R1Penalty to the discriminator",
        "more latent coordinates, or a larger generator",
        "a lower rate for the generator (TTUR); a larger batch",
        "ModeSeekingPenalty; unrolling",
    ];

    public Finding? Look(MonitorReading reading)
    {
        if (reading.Samples is not { } samples || !double.IsFinite(samples.Spread))
        {
            return null;
        }

        _spread.Add(reading.Round, samples.Spread);
        _missed.Add(reading.Round, samples.Missed);
        _near.Add(reading.Round, samples.Near);
        if (!_missed.IsFull || _near.Values.Average() < SampleReading.LooksLikeData || _spread.Values.Average() <= options.Spread)
        {
            return null;
        }

        var mean = _missed.Values.Average();
        return mean < options.MissedShare ? null : new Finding
        {
            Value = mean,
            Limit = options.MissedShare,
            Sentence = FormattableString.Invariant(
                $"The generator has collapsed in part: over {options.SampleWindow:N0} rounds {mean:F3} of the data lay in regions that its samples missed (limit {options.MissedShare:G2})."),
        };
    }
}
