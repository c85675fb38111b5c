using System.Text.Json;

namespace Gan.Net.Reporting;

/// <summary>One line of <c>metrics.jsonl</c>: a value under its protocol's name, over so many generated samples; with the round when it was measured during training.</summary>
internal sealed record MetricLine(string Name, double Value, double? Error, string Better, long? Samples, long? Round)
{
    public static MetricLine Read(JsonElement line) => new(
        line.GetProperty("name").GetString() ?? "",
        JsonLines.Number(line.GetProperty("value")),
        JsonLines.Number(line, "error"),
        JsonLines.Text(line, "better"),
        Whole(line, "samples"),
        Whole(line, "round"));

    private static long? Whole(JsonElement line, string name) => JsonLines.Number(line, name) is double number && Math.Abs(number) < 1e18 ? (long)number : null;
}
