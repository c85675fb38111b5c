namespace Gan.Net.Monitoring.Signs;

/// <summary>
/// Samples that look like data, and leave out whole regions of it. A generator may find one region after the other: it counts once they left
/// out hardly any, or the time to settle is over. Looks at which samples do not look like data are passed over, though not for more than
/// half of the window; samples that are all alike are <see cref="CollapseSign"/>'s.
/// </summary>
internal sealed class PartialCollapseSign(TrainingMonitorOptions options) : ISign
{
    private readonly RoundWindow<SampleReading> _readings = new(options.SampleWindow);
    private bool _wasWhole;

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
        _wasWhole |= mean <= options.MissedShare / 2;
        return mean < options.MissedShare || !(_wasWhole || reading.Round >= options.Settling) ? null : new Finding
        {
            Value = mean,
            Limit = options.MissedShare,
            Sentence = FormattableString.Invariant(
                $"The generator has collapsed in part: over {options.SampleWindow:N0} rounds {mean:F3} of the data lay in regions that its samples missed (limit {options.MissedShare:G2})."),
        };
    }
}
