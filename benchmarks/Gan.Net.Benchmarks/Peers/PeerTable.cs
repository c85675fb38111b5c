using System.Globalization;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>Prints the rows as they are measured, and keeps their ratios.</summary>
internal sealed class PeerTable
{
    private readonly HashSet<string> _missed = [];
    private readonly HashSet<string> _met = [];

    /// <summary>All ratios.</summary>
    public Baseline Ratios { get; } = new();

    /// <summary>Rows above a goal by more than their spread, in every mode of latents they were measured in.</summary>
    public IEnumerable<string> Missed => _missed.Except(_met);

    public static void PrintHead() => Console.WriteLine(
        $"{"row",-18}{"latents",-8}{"ours",9} |{"torchsharp",11}{"ratio",7}{"±",6}{"goal",6} |{"python",9}{"ratio",7}{"±",6}{"goal",6}");

    /// <summary>Prints one line.</summary>
    /// <param name="row">Its name.</param>
    /// <param name="mode">The mode of latents.</param>
    /// <param name="measured">Both comparisons, whose own side is the same.</param>
    /// <param name="goals">What they are held to.</param>
    /// <param name="unit">Factor to the printed unit.</param>
    public void Print(string row, string mode, (Measured TorchSharp, Measured Python) measured, PeerGoals goals, double unit)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{row,-18}{mode,-8}{measured.TorchSharp.OursMedian * unit,9:F3} |{measured.TorchSharp.TheirsMedian * unit,11:F3}{Verdict(measured.TorchSharp, goals.TorchSharp)} |{measured.Python.TheirsMedian * unit,9:F3}{Verdict(measured.Python, goals.Python)}"));
        Note(row, mode, "torchsharp", measured.TorchSharp, goals.TorchSharp);
        Note(row, mode, "python", measured.Python, goals.Python);
    }

    private static string Verdict(Measured measured, double? goal) =>
        string.Create(CultureInfo.InvariantCulture, $"{measured.Ratio,7:F3}{measured.Spread,6:F3}{goal?.ToString("F2", CultureInfo.InvariantCulture) ?? "",6}");

    private void Note(string row, string mode, string side, Measured measured, double? goal)
    {
        Ratios.Add(row, mode, side, measured);
        if (goal is { } limit)
        {
            _ = (measured.Ratio > limit + measured.Spread ? _missed : _met).Add($"{row} against {side}");
        }
    }
}
