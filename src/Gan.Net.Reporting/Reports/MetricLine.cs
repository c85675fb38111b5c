using System.Text.Json;

namespace Gan.Net.Reporting;

/// <summary>One line of <c>metrics.jsonl</c>: a value under its protocol's name.</summary>
internal sealed record MetricLine(string Time, string Name, double Value, double? Error, long? Samples)
{
    public static MetricLine Read(JsonElement line) => new(
        JsonLines.Text(line, "time"),
        line.GetProperty("name").GetString() ?? "",
        JsonLines.Number(line.GetProperty("value")),
        JsonLines.Number(line, "error"),
        JsonLines.Number(line, "samples") is double samples && double.IsFinite(samples) ? (long)samples : null);
}
