namespace Gan.Net.Monitoring.Signs;

/// <summary>A generator's gradient that has fallen by orders of magnitude. Compares geometric means, which no single round can swing.</summary>
internal sealed class VanishingGradientSign(TrainingMonitorOptions options) : ISign
{
    private const double Smallest = 1e-30;
    private const int PeakReports = 4;

    private readonly RoundWindow<double> _logarithms = new(options.Window);
    private readonly RoundWindow<double> _recent = new(PeakReports * options.Every);
    private double _peak = double.NegativeInfinity;

    public VerdictKind Kind => VerdictKind.VanishingGradient;

    public IReadOnlyList<string> Remedies { get; } =
    [
        "NonSaturatingLoss in place of MinimaxLoss, or WassersteinLoss with WganGpPenalty",
        "fewer discriminator steps in a round, or a lower rate for the discriminator (TTUR)",
        "add R1Penalty, or spectral norm, to the discriminator",
        "noise on the samples the discriminator sees (JitterAugmentation)",
        "look for a generator whose output saturates",
    ];

    public Finding? Look(MonitorReading reading)
    {
        if (reading.Find("generator.gradient") is not double gradient)
        {
            return null;
        }

        var logarithm = Math.Log(Math.Max(gradient, Smallest));
        _recent.Add(reading.Round, logarithm);
        _logarithms.Add(reading.Round, logarithm);
        if (_recent.IsFull)
        {
            _peak = Math.Max(_peak, _recent.Values.Average());
        }

        var fall = Math.Exp(_logarithms.Values.Average() - _peak);
        return !_logarithms.IsFull || fall > options.GradientFall ? null : new Finding
        {
            Value = fall,
            Limit = options.GradientFall,
            Sentence = FormattableString.Invariant(
                $"The generator's gradient vanishes: over {options.Window:N0} rounds its norm was {fall:G2} of what it was at its greatest (limit {options.GradientFall:G2})."),
        };
    }
}
