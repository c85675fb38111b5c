using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gan.Net.Reporting;

/// <summary>
/// A run's <c>config.json</c>, whatever it holds, as groups of names and values: the plain values first, then one group for each larger object.
/// What says where the run was made stands apart, as the machine.
/// </summary>
internal sealed partial record RunSettings(IReadOnlyList<SettingsGroup> Groups, SettingsGroup? Machine, long? Rounds, bool OnCpu, bool OfPoints)
{
    private const int MostInARow = 3;

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
        var groups = new List<SettingsGroup>();
        Add("run", [.. root.EnumerateObject().Where(property => property.Name != "commandLine" && !MachineNames.Contains(property.Name))], groups);
        var machine = root.EnumerateObject().Where(property => MachineNames.Contains(property.Name))
            .SelectMany(property => property is { Name: "machine", Value.ValueKind: JsonValueKind.Object } ? property.Value.EnumerateObject().ToArray() : [property])
            .Where(property => IsPlain(property.Value)).Select(property => (Words(property.Name), Show(property.Value))).ToArray();
        return new RunSettings(
            groups,
            machine.Length > 0 ? new SettingsGroup("machine", machine) : null,
            root.TryGetProperty("rounds", out var rounds) && rounds.ValueKind == JsonValueKind.Number && rounds.TryGetInt64(out var count) ? count : null,
            root.TryGetProperty("device", out var device) && device.ValueKind == JsonValueKind.String && device.GetString() == "cpu",
            root.TryGetProperty("sampleShape", out var shape) && shape.ValueKind == JsonValueKind.Array && shape.GetArrayLength() == 1 && shape[0].GetRawText() == "2");
    }

    // What an object holds itself makes one group, each larger object in it another after it.
    private static void Add(string name, IEnumerable<JsonProperty> properties, List<SettingsGroup> groups)
    {
        var parts = properties.SelectMany(Parts).ToArray();
        var plain = parts.Where(part => IsPlain(part.Value)).Select(part => (part.Name, Show(part.Value))).ToArray();
        if (plain.Length > 0)
        {
            groups.Add(new SettingsGroup(name, plain));
        }

        foreach (var (inner, value) in parts.Where(part => part.Value.ValueKind == JsonValueKind.Object && !IsPlain(part.Value)))
        {
            Add(inner, value.EnumerateObject(), groups);
        }
    }

    // A list of objects is as many parts, numbered from 1; null and an empty list are none.
    private static IEnumerable<(string Name, JsonElement Value)> Parts(JsonProperty property)
    {
        var (name, value) = (Words(property.Name), property.Value);
        return value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array when value.GetArrayLength() == 0 => [],
            JsonValueKind.Array when !IsPlain(value) && value.GetArrayLength() == 1 => [(name, value[0])],
            JsonValueKind.Array when !IsPlain(value) => value.EnumerateArray().Select((item, i) => ($"{name} {i + 1}", item)),
            _ => [(name, value)],
        };
    }

    // Fits into one row: a value, a list of values, or a small object of values.
    private static bool IsPlain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Count() <= MostInARow && value.EnumerateObject().All(property => property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)),
        JsonValueKind.Array => value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)),
        _ => true,
    };

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Show)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null)
            .Select(property => property.Name == "type" ? Show(property.Value) : $"{Words(property.Name)} {Show(property.Value)}")),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.String => Time().IsMatch(value.GetString()!) ? value.GetString()![..19].Replace('T', ' ') + " UTC" : value.GetString()!,
        JsonValueKind.Number when value.GetRawText().Contains('E', StringComparison.OrdinalIgnoreCase) => value.GetDouble().ToString("0.######e0", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    // batchSize reads "batch size".
    private static string Words(string name) => name switch
    {
        "libTorch" => "libtorch",
        "mlp" or "dcgan" => name.ToUpperInvariant(),
        _ => Boundary().Replace(name, " ").ToLowerInvariant(),
    };

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex Time();
}
