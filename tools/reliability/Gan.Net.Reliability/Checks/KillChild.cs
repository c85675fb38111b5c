using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Reliability.Disks;
using Gan.Net.Reliability.Games;

namespace Gan.Net.Reliability.Checks;

/// <summary>A process to be killed: goes on with the game in a folder and saves after every round, saying when it begins and when it is done.</summary>
internal static class KillChild
{
    public const string Verb = "train-and-save";
    public const string Atomic = "atomic";
    public const string InPlace = "in-place";
    public const string Saving = "saving";
    public const string Committed = "committed";
    public const string Record = "stats.jsonl";

    private const long Enough = 100_000;

    public static int Run(string[] arguments)
    {
        var (folder, isInPlace) = (arguments[0], arguments[1] == InPlace);
        using var held = RunLock.Take(folder);
        using var run = RunCheckpoints.Open(folder, new RunCheckpointsOptions(), isInPlace ? new InPlaceDisk() : Disk.Instance);
        using var game = new SmallGame();
        run.Resume(game.Trainer, game.Source);
        using var lines = RunRecord.Hook(Path.Combine(folder, Record), game.Trainer.Rounds);
        game.PlayTo(
            Enough, lines, new AnnouncingHook(Saving),
            new CheckpointHook<Batch>(game.Trainer, game.Source, run, new CheckpointHookOptions { Every = 1, Logs = [lines] }), new AnnouncingHook(Committed));
        return 0;
    }
}
