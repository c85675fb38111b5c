using System.Diagnostics;
using Gan.Net.Checkpoints;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>One folder, two processes: the second is told so at once and who has it; when the first is killed the folder is free again.</summary>
internal sealed class LockCheck : Check
{
    public override string Name => "lock";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var count = occasion.Count(brief: 3, full: 100);
        var (refused, freed, slowest) = (0, 0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            using var holder = Children.Start(LockChild.HoldVerb, Path.Combine(occasion.Folder, "held"));
            holder.StandardOutput.ReadLine();
            var clock = Stopwatch.StartNew();
            refused += RefusalNames(Path.Combine(occasion.Folder, "held"), holder.Id) ? 1 : 0;
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            holder.Kill();
            holder.WaitForExit();
            freed += Opens(Path.Combine(occasion.Folder, "held")) ? 1 : 0;
        }

        yield return new($"{count} times a second process", "refused within a second, naming process and host", $"{refused} of {count}, {slowest.TotalMilliseconds:F0} ms at most", refused == count && slowest < TimeSpan.FromSeconds(1));
        yield return new($"{count} times the first one killed", "the folder is free", $"{freed} of {count}", freed == count);
        yield return Race(occasion);
    }

    private static Figure Race(Occasion occasion)
    {
        var folder = Path.Combine(occasion.Folder, "race");
        var saves = occasion.Count(brief: 10, full: 500);
        var racers = Enumerable.Range(0, 2).Select(_ => Children.Start(LockChild.RaceVerb, folder, $"{saves}")).ToList();
        racers.ForEach(racer => racer.WaitForExit());
        var failed = racers.Count(racer => racer.ExitCode != 0);
        racers.ForEach(racer => racer.Dispose());
        using var run = RunCheckpoints.Open(folder);
        var newest = Path.GetFileName(run.FindNewest()?.Path);
        return new(
            $"two savers race, {2 * saves} saves", "0 corrupt, 0 lost", $"{run.Damages.Count} corrupt, the newest is {newest}",
            failed == 0 && run.Damages.Count == 0 && newest == $"{2 * saves:D6}-round-1");
    }

    private static bool RefusalNames(string folder, int holder)
    {
        try
        {
            RunCheckpoints.Open(folder).Dispose();
            return false;
        }
        catch (RunFolderInUseException refusal)
        {
            return refusal.Holder == $"process {holder} on {Environment.MachineName}";
        }
    }

    private static bool Opens(string folder)
    {
        try
        {
            RunCheckpoints.Open(folder).Dispose();
            return true;
        }
        catch (RunFolderInUseException)
        {
            return false;
        }
    }
}
