using System.Globalization;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>
/// <c>peers [--quick] [--row NAME] [--pairs N]</c>: every row of the speed goals, or the one named (a game's, <c>start</c>, <c>memory</c>,
/// <c>sample</c>): ours, the textbook loop on TorchSharp, and the textbook loop in Debian's PyTorch, in turn within one run.
/// <c>--save FILE</c> stores the ratios, <c>--baseline FILE</c> compares with stored ones instead of the goals. Exits 1 when a ratio is
/// above its goal by more than its spread in both modes of latents.
/// </summary>
internal static class PeersCommand
{
    private const double SecondsPerTurn = 1.0;
    private const double QuickSecondsPerTurn = 0.25;

    public static int Run(string[] args)
    {
        set_num_threads(2);
        var quick = args.Contains("--quick");
        var only = Value(args, "--row");
        var turns = int.Parse(Value(args, "--pairs") ?? (quick ? "5" : "9"), CultureInfo.InvariantCulture);
        var table = new PeerTable();
        using (var torchSharp = new TextbookPeer())
        using (var python = new PyTorchPeer())
        {
            Console.WriteLine($"TorchSharp {typeof(Tensor).Assembly.GetName().Version?.ToString(3)}, libtorch {__version__}; {python.Description}");
            Console.WriteLine($"threads 2, {turns} turns a row; milliseconds a step, medians; ratio ours/theirs ± half its quartile distance");
            PeerTable.PrintHead();
            foreach (var row in PeerRow.All.Where(row => only is null || row.Name == only))
            {
                foreach (var latents in new[] { LatentReuse.Fresh, LatentReuse.Shared })
                {
                    var measured = Measure(row, latents, torchSharp, python, turns, quick ? QuickSecondsPerTurn : SecondsPerTurn);
                    table.Print(row.Name, latents.ToString().ToLowerInvariant(), measured, row.Goals, 1000);
                }
            }
        }

        WholeProcesses.Run(table, quick ? 5 : Math.Max(5, turns), only);
        return Judge(table, Value(args, "--save"), Value(args, "--baseline"));
    }

    private static int Judge(PeerTable table, string? target, string? stored)
    {
        if (target is not null)
        {
            table.Ratios.Save(target);
        }

        string[] failed = stored is null ? [.. table.Missed] : [.. table.Ratios.SlowerThan(stored)];
        var (good, bad) = stored is null ? ("every goal met", "above the goal: ") : ("no row is slower than in the baseline", "slower than in the baseline:\n");
        Console.WriteLine(failed.Length == 0 ? good : bad + string.Join(stored is null ? ", " : "\n", failed));
        return failed.Length == 0 ? 0 : 1;
    }

    private static (Measured, Measured) Measure(PeerRow row, LatentReuse latents, TextbookPeer torchSharp, PyTorchPeer python, int turns, double seconds)
    {
        using var ours = new GanNetPeer(row, latents).Warm();
        torchSharp.Steps(row, latents, 2);
        python.Steps(row, latents, 2);
        var count = (int)Math.Clamp(seconds * 2 / torchSharp.Steps(row, latents, 2), 1, 3000);
        var (mine, first, second) = (new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn < turns; turn++)
        {
            second.Add(python.Steps(row, latents, count) / count);
            mine.Add(ours.Steps(count) / count);
            first.Add(torchSharp.Steps(row, latents, count) / count);
        }

        return (new Measured(mine, first), new Measured(mine, second));
    }

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
