using System.Text.Json;

namespace Gan.Net.Reporting;

/// <summary>One line of <c>verdicts.jsonl</c>.</summary>
internal sealed record VerdictLine(long Round, long Samples, string Kind, double? Value, double? Limit, string Sentence, IReadOnlyList<string> Remedies)
{
    public static VerdictLine Read(JsonElement line) => new(
        line.GetProperty("round").GetInt64(),
        line.GetProperty("samples").GetInt64(),
        JsonLines.Text(line, "kind"),
        JsonLines.Number(line, "value"),
        JsonLines.Number(line, "limit"),
        line.GetProperty("sentence").GetString() ?? "",
        line.TryGetProperty("remedies", out var remedies) ? [.. remedies.EnumerateArray().Select(remedy => remedy.GetString() ?? "")] : []);
}
