using System.Globalization;

namespace Gan.Net.Training;

/// <summary>Writes one line of text for each report: the round, the samples seen, and the losses or the measures asked for. Not thread-safe.</summary>
public sealed class TextHook : TrainingHook
{
    private readonly TextWriter _writer;
    private readonly IReadOnlyList<string> _measures;

    /// <summary>Says where the lines go.</summary>
    /// <param name="writer">Takes the lines, for example <see cref="Console.Out"/>. The caller owns it.</param>
    /// <param name="every">Rounds between two lines, at least 1. The last round always has one.</param>
    /// <param name="measures">The measures to write, for example "score.real"; none for all losses.</param>
    public TextHook(TextWriter writer, long every = 100, params IReadOnlyList<string> measures)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ArgumentNullException.ThrowIfNull(measures);
        (_writer, Every, _measures) = (writer, every, measures);
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <inheritdoc/>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(report);
        var names = _measures.Count > 0 ? _measures : [.. report.Values.Keys.Where(name => name.EndsWith(".loss", StringComparison.Ordinal))];
        var values = names.Where(report.Values.ContainsKey).Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {report.Values[name]:F4}"));
        _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {report.Round}/{report.LastRound}  {report.SamplesSeen} samples  {string.Join("  ", values)}"));
    }
}
