using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gan.Net.Reporting;

/// <summary>
/// A run's <c>config.json</c>, whatever it holds, as groups of names and values: the plain values first, then one group for each object. What
/// says where the run was made stands apart, as the machine.
/// </summary>
internal sealed partial record RunSettings(IReadOnlyList<SettingsGroup> Groups, SettingsGroup? Machine, long? Rounds, bool OnCpu, bool OfPoints)
{
    private static readonly HashSet<string> MachineNames = new(["tool", "engine", "libTorch", "device", "threads", "machine", "started"], StringComparer.Ordinal);

    /// <summary>Reads the file; null when it is missing or no JSON object.</summary>
    public static RunSettings? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return json.RootElement.ValueKind == JsonValueKind.Object ? Of(json.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RunSettings Of(JsonElement root)
    {
        var properties = root.EnumerateObject().Where(property => property.Name != "commandLine").ToArray();
        var machine = properties.Where(property => MachineNames.Contains(property.Name)).SelectMany(property => Flatten(property.Name == "machine" ? "" : Words(property.Name), property.Value)).ToArray();
        var others = properties.Where(property => !MachineNames.Contains(property.Name)).ToArray();
        var plain = others.Where(property => property.Value.ValueKind != JsonValueKind.Object).SelectMany(property => Flatten(Words(property.Name), property.Value)).ToArray();
        var groups = others.Where(property => property.Value.ValueKind == JsonValueKind.Object)
            .Select(property => new SettingsGroup(Words(property.Name), [.. Flatten("", property.Value)]));
        return new RunSettings(
            [.. groups.Prepend(new SettingsGroup("run", plain)).Where(group => group.Entries.Count > 0)],
            machine.Length > 0 ? new SettingsGroup("machine", machine) : null,
            root.TryGetProperty("rounds", out var rounds) && rounds.ValueKind == JsonValueKind.Number && rounds.TryGetInt64(out var count) ? count : null,
            root.TryGetProperty("device", out var device) && device.ValueKind == JsonValueKind.String && device.GetString() == "cpu",
            root.TryGetProperty("sampleShape", out var shape) && shape.ValueKind == JsonValueKind.Array && shape.GetArrayLength() == 1 && shape[0].GetRawText() == "2");
    }

    // An object's values carry its name in front of theirs, a list of plain values is one, null is none.
    private static IEnumerable<(string Name, string Value)> Flatten(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return value.EnumerateObject().SelectMany(property => Flatten(name.Length == 0 ? Words(property.Name) : $"{name}, {Words(property.Name)}", property.Value));
            case JsonValueKind.Array when value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array):
                return value.EnumerateArray().SelectMany((item, i) => Flatten($"{name} {i + 1}", item));
            case JsonValueKind.Null:
                return [];
            default:
                return [(name, Show(value))];
        }
    }

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "none" : string.Join(", ", value.EnumerateArray().Select(Show)),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.String => Time().IsMatch(value.GetString()!) ? value.GetString()![..19].Replace('T', ' ') + " UTC" : value.GetString()!,
        JsonValueKind.Number when value.GetRawText().Contains('E', StringComparison.OrdinalIgnoreCase) => value.GetDouble().ToString("0.######e0", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    // batchSize reads "batch size", beta1 "beta 1".
    private static string Words(string name) => name switch
    {
        "libTorch" => "libtorch",
        "mlp" or "dcgan" => name.ToUpperInvariant(),
        _ => Boundary().Replace(name, " ").ToLowerInvariant(),
    };

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex Time();
}
