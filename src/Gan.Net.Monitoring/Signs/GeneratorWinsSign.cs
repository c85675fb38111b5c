namespace Gan.Net.Monitoring.Signs;

/// <summary>A discriminator that generated samples fool. Knows nothing of critics, which do not decide.</summary>
internal sealed class GeneratorWinsSign(TrainingMonitorOptions options) : ISign
{
    private readonly RoundWindow<double> _accuracy = new(options.Window);

    public VerdictKind Kind => VerdictKind.GeneratorWins;

    public IReadOnlyList<string> Remedies { get; } =
    [
        "raise the discriminator's learning rate or lower the generator's (TTUR)",
        "more discriminator steps in a round",
        "a larger discriminator",
        "less of what holds it back: a smaller penalty weight, less label smoothing or augmentation",
    ];

    public Finding? Look(MonitorReading reading)
    {
        if (reading.Find("accuracy.fake") is not double accuracy)
        {
            return null;
        }

        _accuracy.Add(reading.Round, accuracy);
        var mean = _accuracy.Values.Average();
        return !_accuracy.IsFull || mean > options.FakeAccuracy ? null : new Finding
        {
            Value = mean,
            Limit = options.FakeAccuracy,
            Sentence = FormattableString.Invariant(
                $"The generator wins: over {options.Window:N0} rounds the discriminator recognised {mean:F3} of its samples on average (limit {options.FakeAccuracy:G3}), so it has nothing to teach."),
        };
    }
}
