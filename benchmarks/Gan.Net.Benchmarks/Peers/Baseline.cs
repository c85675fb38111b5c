using System.Globalization;
using System.Text.Json;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>
/// Ratios to PyTorch of an earlier run, to compare a later one with. Ratios of two programs on one machine travel to another machine;
/// times do not.
/// </summary>
internal sealed class Baseline
{
    // A ratio may rise by this much, beside its own spread, before it counts as a regression.
    private const double Allowance = 1.15;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private readonly SortedDictionary<string, double> _ratios = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _spreads = new(StringComparer.Ordinal);

    /// <summary>Notes a measured row.</summary>
    public void Add(string row, string mode, string loop, Measured measured)
    {
        var name = string.Join(", ", row, mode, loop);
        _ratios[name] = Math.Round(measured.Ratio, 3);
        _spreads[name] = measured.Spread;
    }

    /// <summary>Writes the ratios as JSON.</summary>
    public void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(_ratios, Readable) + "\n");

    /// <summary>A line for each measured row that is slower than in the file, by more than the allowance and its spread.</summary>
    public IReadOnlyList<string> SlowerThan(string file)
    {
        var stored = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(file))!;
        return [.. _ratios
            .Where(row => stored.TryGetValue(row.Key, out var before) && row.Value > (before * Allowance) + _spreads[row.Key])
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key}: {row.Value:F3}, was {stored[row.Key]:F3}"))];
    }
}
