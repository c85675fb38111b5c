using Gan.Net.Checkpoints;
using Gan.Net.Reliability.Disks;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// The power fails at any call to the disk while runs are begun, saved and cleaned, and of all that was not flushed anything may be gone or
/// torn. Whatever is left, the newest checkpoint that a save had reported is there and whole. The control takes away one flush at a time.
/// </summary>
internal sealed class PowerCheck : Check
{
    private const string Folder = "/runs/one";
    private const int SavesAtMost = 4;
    private static readonly RunCheckpointsOptions _options = new() { KeepLast = 2, KeepBest = 0 };

    public override string Name => "power-loss";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        using var game = new SmallGame();
        var count = occasion.Count(brief: 1_000, full: 100_000);
        var (lost, committed) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var (survives, had) = Survives(game, (ulong)i, _ => false);
            lost += survives ? 0 : 1;
            committed += had ? 1 : 0;
            if (i % 10_000 == 0)
            {
                occasion.Note($"{i} of {count}");
            }
        }

        yield return new($"{count:N0} power losses, {committed:N0} of them after a reported save", "the newest reported checkpoint loads", $"{lost} lost", lost == 0 && committed > count / 2);

        var flushes = FlushesOf(game);
        var seen = flushes.Select(flush => FirstSeen(game, flush, count)).ToList();
        var blind = flushes.Where((_, i) => seen[i] < 0).ToList();
        yield return new(
            $"control: each of {flushes.Count} flushes left out", "a loss is seen",
            blind.Count == 0 ? $"{flushes.Count} of {flushes.Count}, after {seen.Max() + 1} losses at most" : $"not for {string.Join(", ", blind)}", blind.Count == 0 && flushes.Count > 5);
    }

    /// <summary>Every place that is flushed: a file by its name, a folder by its own; what has a new name each time is one place.</summary>
    private static List<string> FlushesOf(SmallGame game)
    {
        var disk = new MemoryDisk();
        var run = RunCheckpoints.Open(Folder, _options, disk);
        run.Save(game.Trainer, game.Source);
        return [.. disk.FlushesSeen.Select(Place).Distinct()];
    }

    private static string Place(string path) => path.Contains("/.tmp-", StringComparison.Ordinal) ? Path.GetFileName(path) is var name && name.StartsWith(".tmp-", StringComparison.Ordinal) ? "the new folder" : name : path;

    private static int FirstSeen(SmallGame game, string flush, int most)
    {
        for (var i = 0; i < most; i++)
        {
            if (!Survives(game, (ulong)i, path => Place(path) == flush).Survives)
            {
                return i;
            }
        }

        return -1;
    }

    private static (bool Survives, bool HadCommitted) Survives(SmallGame game, ulong seed, Func<string, bool> ignores)
    {
        var random = new SeededRandom(seed);
        var disk = new MemoryDisk { IgnoresFlush = ignores, PowerFailsAt = 1 + random.NextInt64(200 * SavesAtMost / 2) };
        string? committed = null;
        try
        {
            var run = RunCheckpoints.Open(Folder, _options, disk);
            for (var save = 0; save < SavesAtMost; save++)
            {
                committed = run.Save(game.Trainer, game.Source);
            }

            disk.PowerFailsAt = 0;
        }
        catch (PowerLossException)
        {
        }

        var left = disk.AfterPowerLoss(random);
        var found = RunCheckpoints.Open(Folder, _options, left).FindNewest();
        return (committed is null || string.CompareOrdinal(found?.Path, committed) >= 0, committed is not null);
    }
}
