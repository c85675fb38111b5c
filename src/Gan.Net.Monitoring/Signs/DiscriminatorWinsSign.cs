namespace Gan.Net.Monitoring.Signs;

/// <summary>A discriminator that is all but sure of every sample, and right. Knows nothing of critics, whose logits are no log-odds.</summary>
internal sealed class DiscriminatorWinsSign(TrainingMonitorOptions options) : ISign
{
    private readonly RoundWindow<double> _advantage = new(options.Window);

    public VerdictKind Kind => VerdictKind.DiscriminatorWins;

    public IReadOnlyList<string> Remedies { get; } =
    [
        "raise the generator's learning rate or lower the discriminator's (TTUR)",
        "add R1Penalty to the discriminator",
        "put spectral norm on the discriminator's layers",
        "fewer discriminator steps in a round, or a smaller discriminator",
        "soften what it learns: SmoothedLoss, LabelNoiseLoss, or augmentation when data is scarce",
    ];

    public Finding? Look(MonitorReading reading)
    {
        if (reading.Find("probability.real") is not double real || reading.Find("probability.fake") is not double fake)
        {
            return null;
        }

        _advantage.Add(reading.Round, real - fake);
        var mean = _advantage.Values.Average();
        return !_advantage.IsFull || mean < options.DiscriminatorAdvantage ? null : new Finding
        {
            Value = mean,
            Limit = options.DiscriminatorAdvantage,
            Sentence = FormattableString.Invariant(
                $"The discriminator wins: over {options.Window:N0} rounds D(real) - D(fake) was {mean:F3} on average (limit {options.DiscriminatorAdvantage:G3}), so the generator learns next to nothing from it."),
        };
    }
}
