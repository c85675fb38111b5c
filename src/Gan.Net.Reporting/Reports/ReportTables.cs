namespace Gan.Net.Reporting;

/// <summary>The tables of a report: metrics under their protocols, settings, machine.</summary>
internal static class ReportTables
{
    private const int MostMetrics = 100;
    private const int MostSettings = 300;

    /// <summary>The latest value of each metric.</summary>
    public static void DrawMetrics(Markup page, RunRecord run)
    {
        var latest = run.Metrics.GroupBy(metric => metric.Name, StringComparer.Ordinal).Select(group => group.Last()).Take(MostMetrics).ToArray();
        if (latest.Length == 0)
        {
            return;
        }

        page.Raw("<section aria-labelledby=\"metrics\">\n<h2 id=\"metrics\">Metrics</h2>\n<table class=\"metrics\">\n");
        page.Raw("<thead><tr><th scope=\"col\">Protocol</th><th scope=\"col\" class=\"number\">Value</th><th scope=\"col\" class=\"number\">Samples</th></tr></thead>\n<tbody>\n");
        foreach (var metric in latest)
        {
            page.Add($"<tr><th scope=\"row\"><code>{metric.Name}</code></th><td class=\"number\">{PlotNumbers.Alone(metric.Value)}");
            page.Add($"{(metric.Error is double error ? " ± " + PlotNumbers.Alone(error) : "")}");
            if (metric.Better is "lower" or "higher")
            {
                page.Add($"<small>{metric.Better} is better</small>");
            }

            page.Add($"</td><td class=\"number\">{(metric.Samples is long samples ? samples : "–"):N0}</td></tr>\n");
        }

        page.Raw("</tbody>\n</table>\n<p class=\"note\">Values compare only under the same protocol.</p>\n</section>\n");
    }

    public static void DrawSettings(Markup page, RunRecord run)
    {
        if (run.Settings is not { } settings || (settings.Groups.Count == 0 && settings.Machine is null))
        {
            return;
        }

        page.Raw("<section aria-labelledby=\"settings\">\n<h2 id=\"settings\">Settings</h2>\n<div class=\"settings\">\n");
        foreach (var group in settings.Groups.Concat(settings.Machine is { } machine ? [machine] : []))
        {
            page.Add($"<table>\n<caption>{group.Name}</caption>\n").Raw("<tbody>\n");
            foreach (var (name, value) in group.Entries.Take(MostSettings))
            {
                page.Add($"<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>\n");
            }

            page.Raw("</tbody>\n</table>\n");
        }

        page.Raw("</div>\n</section>\n");
    }
}
