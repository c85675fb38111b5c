using System.Globalization;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>
/// <c>peers [--quick] [--row NAME] [--pairs N]</c>: every row of the speed goals, or the one named (a game's, <c>start</c>, <c>memory</c>,
/// <c>sample</c>), ours against PyTorch's textbook and best loops on the same libtorch, in turn within one run. <c>--save FILE</c> stores
/// the ratios, <c>--baseline FILE</c> compares with stored ones instead of the goals. Exits 1 when a ratio is above its goal by more than
/// its spread in both latents modes.
/// </summary>
internal static class PeersCommand
{
    private const double SecondsPerTurn = 1.0;
    private const double QuickSecondsPerTurn = 0.25;

    private static readonly Baseline Rows = new();

    public static int Run(string[] args)
    {
        var quick = args.Contains("--quick");
        var only = Value(args, "--row");
        var pairs = int.Parse(Value(args, "--pairs") ?? (quick ? "5" : "9"), CultureInfo.InvariantCulture);
        var failed = new List<string>();
        Console.WriteLine($"threads 2, {pairs} pairs a row; milliseconds a step, medians; ratio ours/theirs ± half its quartile distance");
        Console.WriteLine($"{"row",-18}{"latents",-8}{"loop",-10}{"ours",9}{"theirs",9}{"ratio",8}{"±",7}{"goal",6}");
        using (var python = new PyTorchPeer())
        {
            foreach (var row in PeerRow.All.Where(row => only is null || row.Name == only))
            {
                failed.AddRange(Steps(row, python, pairs, quick ? QuickSecondsPerTurn : SecondsPerTurn));
            }
        }

        failed.AddRange(WholeProcesses.Run(quick ? 5 : Math.Max(5, pairs), only));

        if (Value(args, "--save") is { } target)
        {
            Rows.Save(target);
        }

        if (Value(args, "--baseline") is { } stored)
        {
            failed = [.. Rows.SlowerThan(stored)];
            Console.WriteLine(failed.Count == 0 ? "no row is slower than in the baseline" : "slower than in the baseline:\n" + string.Join('\n', failed));
            return failed.Count == 0 ? 0 : 1;
        }

        Console.WriteLine(failed.Count == 0 ? "every goal met" : "above the goal: " + string.Join(", ", failed));
        return failed.Count == 0 ? 0 : 1;
    }

    /// <summary>Prints one line and says whether the goal was missed by more than the spread.</summary>
    public static bool Print(string row, string mode, string loop, Measured measured, double goal, double unit)
    {
        Rows.Add(row, mode, loop, measured);
        Console.WriteLine(FormattableString.Invariant(
            $"{row,-18}{mode,-8}{loop,-10}{measured.OursMedian * unit,9:F3}{measured.TheirsMedian * unit,9:F3}{measured.Ratio,8:F3}{measured.Spread,7:F3}{goal,6:F2}"));
        return measured.Ratio > goal + measured.Spread;
    }

    private static List<string> Steps(PeerRow row, PyTorchPeer python, int pairs, double seconds)
    {
        var missed = new Dictionary<string, int>();
        foreach (var latents in new[] { LatentReuse.Fresh, LatentReuse.Shared })
        {
            using var ours = new GanNetPeer(row, latents).Warm();
            foreach (var (loop, goal) in new[] { ("textbook", row.Goal), ("best", row.BestGoal ?? double.PositiveInfinity) })
            {
                var measured = Measure(row, ours, python, loop, latents, pairs, seconds);
                if (Print(row.Name, latents.ToString().ToLowerInvariant(), loop, measured, goal, 1000))
                {
                    missed[loop] = missed.GetValueOrDefault(loop) + 1;
                }
            }
        }

        return [.. missed.Where(entry => entry.Value == 2).Select(entry => $"{row.Name} against {entry.Key}")];
    }

    private static Measured Measure(PeerRow row, GanNetPeer ours, PyTorchPeer python, string loop, LatentReuse latents, int pairs, double seconds)
    {
        python.Steps(row.Name, loop, latents, 2);
        var count = (int)Math.Clamp(seconds * 2 / python.Steps(row.Name, loop, latents, 2), 1, 3000);
        var mine = new List<double>();
        var theirs = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            theirs.Add(python.Steps(row.Name, loop, latents, count) / count);
            mine.Add(ours.Steps(count) / count);
        }

        return new Measured(mine, theirs);
    }

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
