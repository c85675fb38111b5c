namespace Gan.Net.Reporting;

/// <summary>All that a run's folder tells, as far as it is there.</summary>
internal sealed record RunRecord
{
    public required string Name { get; init; }

    public required RunSettings? Settings { get; init; }

    public required IReadOnlyList<StatisticsLine> Statistics { get; init; }

    /// <summary>Null when nobody watched.</summary>
    public required IReadOnlyList<VerdictLine>? Verdicts { get; init; }

    public required IReadOnlyList<MetricLine> Metrics { get; init; }

    /// <summary>Pictures over time: of samples, of the field. Kinds without a picture are left out.</summary>
    public required IReadOnlyList<PictureStrip> Strips { get; init; }

    /// <summary>A picture of what lies between latents, or null.</summary>
    public required byte[]? Interpolation { get; init; }

    /// <summary>Whether the generator was saved, which a run does at its end.</summary>
    public required bool HasGenerator { get; init; }

    /// <summary>Lines that could not be read.</summary>
    public required int PassedOver { get; init; }

    public long LastRound => Math.Max(Statistics.Count > 0 ? Statistics[^1].Round : 0, Strips.Count > 0 ? Strips.Max(strip => strip.Frames[^1].Round) : 0);

    public static RunRecord Read(string folder, RunReportOptions options)
    {
        var (statistics, brokenStatistics) = JsonLines.Read(Path.Combine(folder, "stats.jsonl"), StatisticsLine.Read);
        var (verdicts, brokenVerdicts) = JsonLines.Read(Path.Combine(folder, "verdicts.jsonl"), VerdictLine.Read);
        var (metrics, brokenMetrics) = JsonLines.Read(Path.Combine(folder, "metrics.jsonl"), MetricLine.Read);
        (string Folder, string Name)[] kinds = [("samples", "Samples"), .. FurtherViews(Path.Combine(folder, "samples")), ("field", "Field")];
        var present = kinds.Where(kind => new PictureSeries(Path.Combine(folder, kind.Folder)).Find().Count > 0).ToArray();
        var interpolation = Path.Combine(folder, "interpolation.png");
        return new RunRecord
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))),
            Settings = RunSettings.Read(Path.Combine(folder, "config.json")),
            Statistics = InOrder(statistics ?? []),
            Verdicts = verdicts,
            Metrics = metrics ?? [],
            Strips =
            [
                .. present.Select(kind => PictureStrip.Read(Path.Combine(folder, kind.Folder), kind.Name, options.MostFrames, options.MostPictureBytes / present.Length))
                    .Where(strip => strip.Frames.Count > 0),
            ],
            Interpolation = File.Exists(interpolation) && new FileInfo(interpolation).Length <= options.MostPictureBytes ? File.ReadAllBytes(interpolation) : null,
            HasGenerator = File.Exists(Path.Combine(folder, "generator.safetensors")),
            PassedOver = brokenStatistics + brokenVerdicts + brokenMetrics,
        };
    }

    // A game with several views has folders of their names beside the main one's pictures. Names of other signs are passed over.
    private static IEnumerable<(string Folder, string Name)> FurtherViews(string samples) => !Directory.Exists(samples) ? [] :
        Directory.EnumerateDirectories(samples).Select(path => Path.GetFileName(path)!)
            .Where(name => name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'))
            .Order(StringComparer.Ordinal).Select(name => (Path.Combine("samples", name), name));

    // A run that went on from a checkpoint may have written some rounds twice: the later line counts.
    private static StatisticsLine[] InOrder(List<StatisticsLine> lines) =>
        [.. lines.GroupBy(line => line.Round).Select(group => group.Last()).OrderBy(line => line.Round)];
}
