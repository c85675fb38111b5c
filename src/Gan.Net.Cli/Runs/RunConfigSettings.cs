using System.Text.Json;
using System.Text.Json.Nodes;
using Gan.Net.Checkpoints;
using Gan.Net.Training;

namespace Gan.Net.Cli.Runs;

/// <summary>What of a run's settings decides what it learns: a checkpoint is of no use under others.</summary>
internal static class RunConfigSettings
{
    // The rest of config.json says when, where and how long; the rules of the game the trainer knows itself.
    private static readonly string[] _decisive = ["data", "sampleShape", "seed", "mlp", "dcgan"];
    private static readonly string[] _decisiveOfRecipe = ["batchSize", "packSize", "discriminatorNorm"];

    public static RunSettings Of(RunConfig config)
    {
        using var json = JsonSerializer.SerializeToDocument(config, RunConfigJson.Run);
        var settings = new RunSettings();
        Add(settings, "", json.RootElement, _decisive);
        Add(settings, "recipe.", json.RootElement.GetProperty("recipe"), _decisiveOfRecipe);
        return settings;
    }

    private static void Add(RunSettings settings, string prefix, JsonElement values, string[] decisive)
    {
        foreach (var property in values.EnumerateObject().Where(property => decisive.Contains(property.Name)))
        {
            settings.Add(prefix + property.Name, JsonNode.Parse(property.Value.GetRawText())!.ToJsonString());  // in one line
        }
    }
}
