using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>
/// Runs that are done, one file each, so that a table interrupted goes on and several processes can share one. A run of another budget is trained anew.
/// </summary>
internal sealed class KeptRuns(string? folder)
{
    private static readonly JsonSerializerOptions _json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>The run that was kept, or a new one.</summary>
    public SeedResult Of(ModesRow row, ModesGame game, ModesBudget budget, long seed)
    {
        if (folder is null)
        {
            return SeedRun.Of(row, game, budget, seed);
        }

        var file = Path.Combine(folder, $"{row.Name}.{game.Name}.{seed}.json");
        var given = $"{row.Method}; {budget.RoundsOf(row)} rounds of {budget.Batch}; {string.Join('-', budget.Widths)}; {budget.Inputs}; {budget.Rate}";
        if (File.Exists(file) && JsonSerializer.Deserialize<Kept>(File.ReadAllText(file), _json) is { } kept && kept.Given == given)
        {
            return kept.Result;
        }

        var result = SeedRun.Of(row, game, budget, seed);
        Directory.CreateDirectory(folder);
        var half = file + ".half";
        File.WriteAllText(half, JsonSerializer.Serialize(new Kept(given, result), _json));
        File.Move(half, file, overwrite: true);
        return result;
    }

    private sealed record Kept(string Given, SeedResult Result);
}
