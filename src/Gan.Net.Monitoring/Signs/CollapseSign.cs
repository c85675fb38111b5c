namespace Gan.Net.Monitoring.Signs;

/// <summary>
/// Samples that are all alike. A generator may begin so: it counts once samples were half as diverse as the data, or the time to settle is
/// over.
/// </summary>
internal sealed class CollapseSign(TrainingMonitorOptions options) : ISign
{
    private const double OnceDiverse = 0.5;

    private readonly RoundWindow<double> _spread = new(options.SampleWindow);
    private bool _wasDiverse;

    public VerdictKind Kind => VerdictKind.Collapse;

    public IReadOnlyList<string> Remedies { get; } =
    [
        "let the discriminator see many samples at once: MinibatchStandardDeviation, MinibatchDiscrimination, or PackedDiscriminator",
        "add R1Penalty to the discriminator",
        "lower the generator's learning rate or raise the discriminator's (TTUR)",
        "spectral norm, or WassersteinLoss with WganGpPenalty",
        "a larger batch; ModeSeekingPenalty; unrolling",
    ];

    public Finding? Look(MonitorReading reading)
    {
        if (reading.Samples is not { } samples || !double.IsFinite(samples.Spread))
        {
            return null;
        }

        _spread.Add(reading.Round, samples.Spread);
        if (!_spread.IsFull)
        {
            return null;
        }

        var mean = _spread.Values.Average();
        _wasDiverse |= mean >= OnceDiverse;
        return mean > options.Spread || !(_wasDiverse || reading.Round >= options.Settling) ? null : new Finding
        {
            Value = mean,
            Limit = options.Spread,
            Sentence = FormattableString.Invariant(
                $"The generator has collapsed: over {options.SampleWindow:N0} rounds samples deviated {mean:F3} times as much from each other as the data (limit {options.Spread:G3})."),
        };
    }
}
