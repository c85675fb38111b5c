namespace Gan.Net.Reporting;

/// <summary>The colours of plots. Each rule is written plainly first, for viewers that do not know CSS properties.</summary>
internal static class LinePlotStyle
{
    private static readonly string[] Light = ["#0e7fa0", "#d6277a", "#c26a00", "#6d45c4", "#2e7d32", "#8d5524", "#5b6670", "#b3261e"];
    private static readonly string[] Dark = ["#40d0e0", "#ff5ca8", "#ffb454", "#b39dff", "#7bd88f", "#d7a776", "#a3adb8", "#ff7a70"];

    public static string Css { get; } = string.Concat(
        ".gan-plot{max-width:100%;height:auto;font:12px system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif}",
        ".gan-plot .title{font-size:13px;font-weight:600}.gan-plot .small{font-size:11px}.gan-plot .curve{fill:none;stroke-width:1.6;stroke-linejoin:round}",
        ".gan-plot .dot{stroke-width:5;stroke-linecap:round}.gan-plot .band{stroke:none;fill-opacity:.18}.gan-plot .mark{stroke-dasharray:4 3}",
        Scheme("#39414b", "#d9dee4", Light),
        "@media (prefers-color-scheme:dark){", Scheme("#c4ccd6", "#2c333e", Dark), "}");

    private static string Scheme(string ink, string line, string[] curves) => string.Concat(
        Rule("text", "fill", "--plot-ink", ink), Rule(".grid", "stroke", "--plot-line", line), Rule(".mark", "stroke", "--plot-ink", ink),
        string.Concat(curves.Select((colour, i) =>
            Rule($".stroke-{i + 1}", "stroke", $"--plot-{i + 1}", colour) + Rule($".fill-{i + 1}", "fill", $"--plot-{i + 1}", colour))));

    private static string Rule(string selector, string property, string variable, string colour) =>
        $".gan-plot {selector}{{{property}:{colour};{property}:var({variable},{colour})}}";
}
