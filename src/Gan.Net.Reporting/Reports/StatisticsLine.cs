using System.Text.Json;

namespace Gan.Net.Reporting;

/// <summary>One line of <c>stats.jsonl</c>.</summary>
internal sealed record StatisticsLine(long Round, long Samples, double? Seconds, IReadOnlyDictionary<string, double> Values)
{
    public static StatisticsLine Read(JsonElement line) => new(
        line.GetProperty("round").GetInt64(),
        line.GetProperty("samples").GetInt64(),
        JsonLines.Number(line, "seconds"),
        line.GetProperty("values").EnumerateObject().DistinctBy(value => value.Name).ToDictionary(value => value.Name, value => JsonLines.Number(value.Value)));
}
