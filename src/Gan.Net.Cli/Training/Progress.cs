using System.Globalization;
using Gan.Net.Training;

namespace Gan.Net.Cli.Training;

/// <summary>A report as people read it: share done, speed, time left, scores as probabilities.</summary>
internal sealed class Progress(TrainingReport report, TimeSpan elapsed)
{
    /// <summary>Rounds played before the clock began, in a run that was gone on with.</summary>
    public long RoundsBefore { get; init; }

    /// <summary>Samples seen before the clock began.</summary>
    public long SamplesBefore { get; init; }

    public double Share => (double)report.Round / report.LastRound;

    public string Rounds => string.Create(CultureInfo.InvariantCulture, $"{report.Round:N0}/{report.LastRound:N0}");

    public string Percent => string.Create(CultureInfo.InvariantCulture, $"{Share * 100:F0} %");

    /// <summary>The losses, and the probability of being real at the mean score of either kind; the mean logits themselves where they are no log-odds.</summary>
    public string Game => string.Create(CultureInfo.InvariantCulture, $"D {Value("discriminator.loss"):F3}  G {Value("generator.loss"):F3}  {Scores}");

    public string Speed => string.Create(CultureInfo.InvariantCulture, $"{(report.SamplesSeen - SamplesBefore) / Math.Max(elapsed.TotalSeconds, 1e-3):N0} samples/s");

    public string Left => Clock(elapsed * ((report.LastRound - report.Round) / (double)(report.Round - RoundsBefore))) + " left";

    /// <summary>A time as 1:02:03 or 2:03.</summary>
    public static string Clock(TimeSpan time)
    {
        var seconds = TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));
        return seconds.ToString(seconds.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    private string Scores => report.Values.ContainsKey("probability.real")
        ? string.Create(CultureInfo.InvariantCulture, $"D(real) {Probability("score.real"):F2}  D(fake) {Probability("score.fake"):F2}")
        : string.Create(CultureInfo.InvariantCulture, $"logit(real) {Value("score.real"):F2}  logit(fake) {Value("score.fake"):F2}");

    private double Value(string name) => report.Values.GetValueOrDefault(name, double.NaN);

    private double Probability(string name) => 1 / (1 + Math.Exp(-Value(name)));
}
