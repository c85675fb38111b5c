namespace Gan.Net.Monitoring.Signs;

/// <summary>
/// Samples that look like data, and leave out whole regions of it. Looks at which they do not are passed over, though not for more than half
/// of the window; samples that are all alike are <see cref="CollapseSign"/>'s.
/// </summary>
internal sealed class PartialCollapseSign(TrainingMonitorOptions options) : ISign
{
    private readonly RoundWindow<SampleReading> _readings = new(options.SampleWindow);

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

        _readings.Add(reading.Round, samples);
        var all = _readings.Values.ToArray();
        var found = Array.FindAll(all, look => look.LooksLikeData);
        if (!_readings.IsFull || 2 * found.Length < all.Length || all.Average(look => look.Spread) <= options.Spread)
        {
            return null;
        }

        var mean = found.Average(look => look.Missed);
        return mean < options.MissedShare ? null : new Finding
        {
            Value = mean,
            Limit = options.MissedShare,
            Sentence = FormattableString.Invariant(
                $"The generator has collapsed in part: over {options.SampleWindow:N0} rounds {mean:F3} of the data lay in regions that its samples missed (limit {options.MissedShare:G2})."),
        };
    }
}
