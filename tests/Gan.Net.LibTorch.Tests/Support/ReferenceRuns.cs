using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gan.Net.LibTorch.Tests;

/// <summary>The runs of <c>optim.json</c>: a row of numbers for each step.</summary>
internal static class ReferenceRuns
{
    private static readonly Dictionary<string, double[][]> Runs = Load();

    /// <summary>The names, those of optimizers with their options in brackets.</summary>
    public static IEnumerable<string> Names => Runs.Keys;

    public static double[][] Of(string name) => Runs[name];

    /// <summary>Fails unless every number agrees to 1e-10, absolute or relative.</summary>
    public static void AssertRow(string name, int step, params double[] actual)
    {
        var expected = Runs[name][step];
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < actual.Length; i++)
        {
            var near = Math.Abs(actual[i] - expected[i]) <= 1e-10 * Math.Max(1e-2, Math.Abs(expected[i]));
            Assert.True(near, $"{name}, step {step}, number {i}: {actual[i]:R}; expected {expected[i]:R}.");
        }
    }

    private static Dictionary<string, double[][]> Load()
    {
        using var file = File.OpenRead(RepositoryFiles.Fixture("optim.json"));
        return JsonSerializer.Deserialize<RunFile>(file)!.Runs.ToDictionary(run => run.Name, run => run.Rows);
    }

    private sealed record RunFile([property: JsonPropertyName("runs")] Run[] Runs);

    private sealed record Run([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("rows")] double[][] Rows);
}
