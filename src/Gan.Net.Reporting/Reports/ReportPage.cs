using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Gan.Net.Reporting;

/// <summary>Puts a report together, section by section; a section without content is left out.</summary>
internal sealed class ReportPage(RunRecord run, RunReportOptions options)
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    private readonly Markup _page = new();
    private readonly DateTimeOffset _now = options.Clock.GetUtcNow();

    public string Draw()
    {
        var head = new ReportHead(run, options, _now);
        DrawStart(head);
        head.Draw(_page);
        _page.Raw("<main>\n");
        ReportVerdicts.Draw(_page, run);
        ReportPictures.Draw(_page, run);
        DrawCurves();
        ReportTables.DrawMetrics(_page, run);
        ReportTables.DrawSettings(_page, run);
        DrawCommand();
        _page.Raw("</main>\n");
        DrawEnd();
        return _page.ToString();
    }

    // Nothing may be loaded, and no script may run but the report's own, known by its hash.
    private void DrawStart(ReportHead head)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));
        _page.Raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        _page.Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">\n");
        _page.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        _page.Add($"<title>{head.Title} · {head.StateName}</title>\n").Raw("<style>\n").Raw(Style).Raw("</style>\n</head>\n<body>\n");
    }

    private void DrawCurves()
    {
        var plots = ReportCurves.Draw(run);
        if (plots.Count == 0)
        {
            return;
        }

        _page.Raw("<section aria-labelledby=\"curves\">\n<h2 id=\"curves\">Curves</h2>\n<div class=\"plots\">\n");
        foreach (var (svg, axis) in plots)
        {
            _page.Add($"<figure data-axis=\"{axis}\">").Raw(svg).Raw("</figure>\n");
        }

        _page.Raw("</div>\n</section>\n");
    }

    private void DrawCommand()
    {
        if (options.Command.Length == 0)
        {
            return;
        }

        _page.Raw("<section aria-labelledby=\"again\">\n<h2 id=\"again\">Make it again</h2>\n");
        _page.Add($"<div class=\"command\"><pre tabindex=\"0\"><code>{options.Command}</code></pre><button type=\"button\" hidden>Copy</button></div>\n");
        if (run.Settings?.OnCpu == true)
        {
            _page.Raw("<p class=\"note\">On the same machine and engine this gives the same generator, byte for byte. A run never overwrites another: move this folder away or name a new one.</p>\n");
        }

        _page.Raw("</section>\n");
    }

    private void DrawEnd()
    {
        var version = typeof(ReportPage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        _page.Add($"<footer>\n<p>Written {_now:yyyy-MM-dd HH:mm:ss} UTC by Gan.Net.Reporting {version}. One file, nothing is loaded from anywhere.</p>\n");
        if (run.PassedOver > 0)
        {
            _page.Add($"<p>{run.PassedOver} line{(run.PassedOver == 1 ? "" : "s")} of the run's files could not be read and {(run.PassedOver == 1 ? "was" : "were")} passed over.</p>\n");
        }

        _page.Raw("</footer>\n<script>").Raw(Script).Raw("</script>\n</body>\n</html>\n");
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
