namespace Gan.Net.Monitoring.Signs;

/// <summary>Losses or logits without bound, or numbers that are none.</summary>
internal sealed class DivergenceSign(TrainingMonitorOptions options) : ISign
{
    public VerdictKind Kind => VerdictKind.Divergence;

    public IReadOnlyList<string> Remedies { get; } =
    [
        "lower both learning rates",
        "bound the critic: WganGpPenalty, spectral norm, or WeightClipping for a Wasserstein loss",
        "add R1Penalty to the discriminator",
        "go back to the last checkpoint and start from there with these changes",
    ];

    public Finding? Look(MonitorReading reading)
    {
        foreach (var (name, value) in reading.Report.Values)
        {
            if (!double.IsFinite(value) || (Math.Abs(value) >= options.Explosion && IsBounded(name)))
            {
                return Found(name, value);
            }
        }

        return reading.Samples is { } samples && !double.IsFinite(samples.Spread) ? Found("the samples' deviation", samples.Spread) : null;
    }

    // Gradients and penalties may be large for a while; losses and mean logits may not.
    private static bool IsBounded(string name) => name.EndsWith(".loss", StringComparison.Ordinal) || name.StartsWith("score.", StringComparison.Ordinal);

    private Finding Found(string name, double value) => new()
    {
        Value = value,
        Limit = options.Explosion,
        Sentence = FormattableString.Invariant($"The run diverges: {name} is {value:G4} (limit {options.Explosion:G4} either way)."),
    };
}
