using System.Globalization;

namespace Gan.Net.Reporting;

/// <summary>The top of a report: what it is about, how far it came, and the few numbers one looks for first.</summary>
internal sealed class ReportHead(RunRecord run, RunReportOptions options, DateTimeOffset now)
{
    public string Title => string.IsNullOrWhiteSpace(options.Title) ? run.Name : options.Title;

    public string StateName => State switch
    {
        RunState.Running => "running",
        RunState.Finished => "finished",
        RunState.Stopped => "stopped",
        RunState.Failed => "failed",
        _ => "unfinished",
    };

    private RunState State => options.State
        ?? (Rounds is long rounds && run.LastRound >= rounds ? RunState.Finished : run.HasGenerator && Rounds is not null ? RunState.Stopped : RunState.Unfinished);

    private long? Rounds => run.Settings?.Rounds;

    public void Draw(Markup page)
    {
        page.Raw("<header>\n<p class=\"kind\">Training report</p>\n");
        page.Add($"<div class=\"name\"><h1>{Title}</h1><p class=\"state {StateName}\">{StateName}</p></div>\n");
        if (options.Summary.Length > 0)
        {
            page.Add($"<p class=\"summary\">{options.Summary}</p>\n");
        }

        page.Raw("<dl class=\"facts\">\n");
        foreach (var (name, value, detail) in Facts())
        {
            page.Add($"<div><dt>{name}</dt><dd>{value}");
            if (detail.Length > 0)
            {
                page.Add($" <small>{detail}</small>");
            }

            page.Raw("</dd></div>\n");
        }

        page.Raw("</dl>\n");
        if (State == RunState.Running)
        {
            page.Add($"<p class=\"note\">As of {now:HH:mm:ss} UTC. The file is written anew as the run goes on: reload it.</p>\n");
        }

        page.Raw("</header>\n");
    }

    private IEnumerable<(string Name, string Value, string Detail)> Facts()
    {
        if (run.Statistics.Count > 0 || run.Strips.Count > 0)
        {
            yield return ("Rounds", Number(run.LastRound), Rounds is long rounds && rounds > run.LastRound ? $"of {Number(rounds)}" : "");
        }

        if (run.Statistics.Count == 0)
        {
            yield break;
        }

        var last = run.Statistics[^1];
        yield return ("Samples seen", Number(last.Samples), "");
        if (last.Seconds is double seconds and > 0 && double.IsFinite(seconds))
        {
            yield return ("Time", Clock(seconds), "");
            yield return ("Speed", Number((long)Math.Min(last.Samples / seconds, 1e15)), "samples/s");
        }

        if (run.Verdicts is { } verdicts)
        {
            yield return ("Monitor", verdicts.Count == 0 ? "nothing" : Number(verdicts.Count), verdicts.Count == 0 ? "to report" : verdicts.Count == 1 ? "verdict" : "verdicts");
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Clock(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Min(seconds, 1e9));
        return time.TotalDays >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {time.Hours} h")
            : time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes} min")
            : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s");
    }
}
