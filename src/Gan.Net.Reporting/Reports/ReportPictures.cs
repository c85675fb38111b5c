using System.Globalization;
using System.Text;

namespace Gan.Net.Reporting;

/// <summary>The pictures of a report: samples and the field over time under one slider, and what lies between latents.</summary>
internal static class ReportPictures
{
    public static void Draw(Markup page, RunRecord run)
    {
        if (run.Strips.Count == 0 && run.Interpolation is null)
        {
            return;
        }

        page.Raw("<section aria-labelledby=\"pictures\">\n<h2 id=\"pictures\">Pictures</h2>\n");
        if (run.Strips.Count > 0)
        {
            DrawSlider(page, run);
        }

        page.Raw("<div class=\"pictures\">\n");
        foreach (var strip in run.Strips)
        {
            DrawStrip(page, strip, run);
        }

        if (run.Interpolation is { } interpolation)
        {
            page.Raw("<figure><img alt=\"Rows of samples that change step by step from one to another\" src=\"").Raw(DataUri(interpolation)).Raw("\">\n");
            page.Raw("<figcaption><b>Between latents.</b> Each row goes from one latent to another; where it changes smoothly, the generator has not just learnt pictures by heart.</figcaption></figure>\n");
        }

        page.Raw("</div>\n");
        if (run.Strips.Count > 0)
        {
            var (embedded, found) = (run.Strips.Sum(strip => strip.Frames.Count), run.Strips.Sum(strip => strip.Found));
            page.Add($"<p class=\"note\">{embedded:N0} of {found:N0} pictures are in this file.</p>\n");
        }

        page.Raw("</section>\n");
    }

    // Hidden until the script is there to answer.
    private static void DrawSlider(Markup page, RunRecord run)
    {
        var rounds = Rounds(run);
        page.Add($"<div class=\"time\" hidden><button type=\"button\" aria-label=\"Play\" title=\"Play\"></button><label for=\"round\">Round</label>");
        page.Add($"<input id=\"round\" type=\"range\" min=\"0\" max=\"{rounds.Length - 1}\" step=\"1\" value=\"{rounds.Length - 1}\"><output for=\"round\"></output></div>\n");
        page.Raw("<script type=\"application/json\" id=\"frames\">").Raw(Frames(run, rounds)).Raw("</script>\n");
    }

    private static void DrawStrip(Markup page, PictureStrip strip, RunRecord run)
    {
        var last = strip.Frames[^1];
        var isField = strip.Name == "Field";
        var points = isField || run.Settings?.OfPoints == true;
        page.Add($"<figure data-strip=\"{strip.Name}\"><img alt=\"{strip.Name} after round {last.Round:N0}\" src=\"").Raw(DataUri(last.File)).Raw("\">\n<figcaption>");
        page.Add($"<b>{(isField ? "The game" : strip.Name)}.</b> ");
        page.Raw((isField, points) switch
        {
            (true, _) => "<span class=\"key real\">real</span>, <span class=\"key generated\">generated</span>; shaded as the discriminator sees it, teal for real and plum for generated, with a line where it is undecided. Arrows: where the generator’s loss pushes its points.",
            (_, true) => "<span class=\"key real\">real</span>, <span class=\"key generated\">generated</span> from always the same latents.",
            _ => "From always the same latents, so that pictures can be compared.",
        });
        page.Raw("</figcaption></figure>\n");
    }

    private static long[] Rounds(RunRecord run) => [.. run.Strips.SelectMany(strip => strip.Frames).Select(frame => frame.Round).Distinct().Order()];

    // Numbers and base64 only, nothing that would have to be escaped. A strip's last picture stands in the page already: null.
    private static string Frames(RunRecord run, long[] rounds)
    {
        var json = new StringBuilder("{\"rounds\":[").AppendJoin(',', rounds).Append("],\"samples\":[")
            .AppendJoin(',', rounds.Select(round => SamplesAt(run, round)?.ToString(CultureInfo.InvariantCulture) ?? "null")).Append("],\"strips\":{");
        foreach (var (strip, index) in run.Strips.Select((strip, index) => (strip, index)))
        {
            json.Append(index > 0 ? "," : "").Append('"').Append(strip.Name).Append("\":[");
            json.AppendJoin(',', rounds.Select(round => strip.Frames.FirstOrDefault(frame => frame.Round == round) switch
            {
                null => "0",
                var frame when frame == strip.Frames[^1] => "null",
                var frame => $"\"{DataUri(frame.File)}\"",
            }));
            json.Append(']');
        }

        return json.Append("}}").ToString();
    }

    // Where the round lies on the curves' axis.
    private static double? SamplesAt(RunRecord run, long round)
    {
        var after = run.Statistics.FirstOrDefault(line => line.Round >= round);
        return round == 0 ? 0 : after is null || after.Round == 0 ? null : Math.Round((double)after.Samples / after.Round * round);
    }

    private static string DataUri(byte[] png) => "data:image/png;base64," + Convert.ToBase64String(png);
}
