using Gan.Net.Cli.Runs;

namespace Gan.Net.Cli.Training;

/// <summary>What is to be said of the data before training begins.</summary>
internal static class Remarks
{
    private const int MostNamed = 10;

    public static void Print(RunConfig config, TrainingData data)
    {
        foreach (var remark in data.Remarks)
        {
            Console.WriteLine($"data: {remark}");
        }

        if (data.Summary?.Digest?.StartsWith("partial", StringComparison.Ordinal) == true)
        {
            Console.WriteLine("data: it is large, so --resume knows it again by names, sizes and the beginning of each file.");
        }

        if (config.Classes > 0 && data.Summary?.Missing(config.Classes) is { Count: > 0 } missing)
        {
            var named = string.Join(", ", missing.Take(MostNamed)) + (missing.Count > MostNamed ? $" and {missing.Count - MostNamed} more" : "");
            Console.WriteLine($"! No sample has the label {named}, of --classes {config.Classes}: of {(missing.Count == 1 ? "it" : "them")} the generator learns nothing.");
        }
    }
}
