using System.Text.Json.Nodes;
using Gan.Net.Reporting;

namespace Gan.Net.Reliability.Games;

/// <summary>What a run wrote of itself.</summary>
internal static class RunRecord
{
    /// <summary>A hook that writes a line each round, after cutting off those beyond where the run stands.</summary>
    public static JsonLinesHook Hook(string path, long round) => new(path, every: 1, afterRound: round);

    /// <summary>The lines, but for the seconds, which no two runs share.</summary>
    public static string WithoutSeconds(string path) => string.Join('\n', File.ReadLines(path).Select(line =>
    {
        var json = JsonNode.Parse(line)!.AsObject();
        json.Remove("seconds");
        return json.ToJsonString();
    }));
}
