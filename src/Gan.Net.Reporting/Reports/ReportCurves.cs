namespace Gan.Net.Reporting;

/// <summary>Chooses which of a run's numbers share a plot, and draws the plots.</summary>
internal static class ReportCurves
{
    /// <summary>The most plots in a report.</summary>
    public const int MostPlots = 18;

    private const int Width = 360;
    private const int Height = 236;

    /// <summary>The plots as SVG, the best known first, each with what its horizontal axis counts: "samples" or "round".</summary>
    public static IReadOnlyList<(string Svg, string Axis)> Draw(RunRecord run)
    {
        PlotMark[] moments = [.. (run.Verdicts ?? []).Take(20).Select((verdict, i) => new PlotMark { At = verdict.Samples, Label = FormattableString.Invariant($"{i + 1}") })];
        return [.. OfStatistics(run.Statistics, moments).Select(svg => (svg, "samples")).Concat(OfMetrics(run.Metrics).Select(svg => (svg, "round"))).Take(MostPlots)];
    }

    private static IEnumerable<string> OfStatistics(IReadOnlyList<StatisticsLine> lines, PlotMark[] moments)
    {
        var names = lines.SelectMany(line => line.Values.Keys).Distinct(StringComparer.Ordinal).ToList();
        var hasProbabilities = names.Any(name => name.StartsWith("probability.", StringComparison.Ordinal));
        return names
            .Where(name => !(hasProbabilities && name.StartsWith("score.", StringComparison.Ordinal)))
            .Select(CurveName.Of)
            .GroupBy(name => name.Plot)
            .OrderBy(group => group.Min(name => name.Rank)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(name => name.IsGenerated).ThenBy(name => name.Curve, StringComparer.Ordinal).Chunk(LinePlot.MostSeries))
            .Select(curves => LinePlot.Draw([.. curves.Select(curve => SeriesOf(lines, curve))], new LinePlotOptions
            {
                Title = curves[0].Plot,
                Width = Width,
                Height = Height,
                Scale = curves[0].Scale,
                Levels = curves[0].Level is double level ? [new PlotMark { At = level }] : [],
                Moments = moments,
            }));
    }

    private static PlotSeries SeriesOf(IReadOnlyList<StatisticsLine> lines, CurveName curve)
    {
        var known = lines.Where(line => line.Values.ContainsKey(curve.Name)).OrderBy(line => line.Samples).ToArray();
        return new PlotSeries { Name = curve.Curve, X = [.. known.Select(line => (double)line.Samples)], Y = [.. known.Select(line => line.Values[curve.Name])] };
    }

    // A metric measured once is a number in the table; only one followed through the run makes a curve.
    private static IEnumerable<string> OfMetrics(IReadOnlyList<MetricLine> lines) => lines
        .Where(line => line.Round is not null)
        .GroupBy(line => line.Name, StringComparer.Ordinal)
        .Where(group => group.Select(line => line.Round).Distinct().Count() > 1)
        .Select(group => group.OrderBy(line => line.Round).ToArray())
        .Select(group => LinePlot.Draw(
            [new PlotSeries { Name = "value", X = [.. group.Select(line => (double)line.Round!)], Y = [.. group.Select(line => line.Value)] }],
            new LinePlotOptions { Title = group[0].Name, XLabel = "round", Width = Width, Height = Height }));
}
