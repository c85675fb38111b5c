using System.Text.RegularExpressions;

namespace Gan.Net.Reporting;

/// <summary>What the monitor said, in the order it was said, each with what usually helps.</summary>
internal static partial class ReportVerdicts
{
    private const int Most = 50;

    public static void Draw(Markup page, RunRecord run)
    {
        if (run.Verdicts is not { Count: > 0 } verdicts)
        {
            return;
        }

        page.Raw("<section aria-labelledby=\"verdicts\">\n<h2 id=\"verdicts\">What the monitor says</h2>\n<ol class=\"verdicts\">\n");
        foreach (var verdict in verdicts.Take(Most))
        {
            page.Add($"<li><h3>{Words(verdict.Kind)}</h3><p class=\"when\">round {verdict.Round:N0}, after {verdict.Samples:N0} samples</p>\n<p>{verdict.Sentence}</p>\n");
            if (verdict.Remedies.Count > 0)
            {
                page.Raw("<p class=\"label\">What usually helps</p>\n<ul>\n");
                foreach (var remedy in verdict.Remedies)
                {
                    page.Add($"<li>{remedy}</li>\n");
                }

                page.Raw("</ul>\n");
            }

            page.Raw("</li>\n");
        }

        page.Raw("</ol>\n");
        if (verdicts.Count > Most)
        {
            page.Add($"<p class=\"note\">The first {Most} of {verdicts.Count} verdicts; all are in verdicts.jsonl.</p>\n");
        }

        page.Raw("</section>\n");
    }

    // DiscriminatorWins and discriminator-wins read "Discriminator wins".
    private static string Words(string kind)
    {
        var words = Boundary().Replace(kind, " ").Replace('-', ' ').Replace('_', ' ').Trim().ToLowerInvariant();
        return words.Length == 0 ? "Verdict" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Boundary();
}
