using System.Diagnostics;
using Gan.Net.Checkpoints;
using Gan.Net.Reliability.Games;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// A process alone on a small disk: saves until it is full, and again when it is read-only. Says what came of it in one line: "ok", or what was
/// wrong.
/// </summary>
internal static class FullDiskChild
{
    public const string Verb = "fill-disk";
    private const int SavesAtMost = 100;

    public static int Run(string[] arguments)
    {
        Console.WriteLine(Fill(arguments[0]) ?? ReadOnly(arguments[0]) ?? "ok");
        return 0;
    }

    private static string? Fill(string mount)
    {
        using var game = new SmallGame();
        using var run = RunCheckpoints.Open(mount, new RunCheckpointsOptions { KeepLast = SavesAtMost });
        var saved = 0;
        try
        {
            for (; saved < SavesAtMost; saved++)
            {
                game.PlayTo(saved + 1);
                run.Save(game.Trainer, game.Source);
            }

            return "the disk never was full";
        }
        catch (CheckpointWriteException error)
        {
            return saved == 0 ? "nothing was saved before the disk was full"
                : !error.Message.Contains("No space left on device", StringComparison.Ordinal) ? error.Message
                : run.FindNewest()?.Rounds != saved ? "the checkpoint before is lost"
                : GoesOn(game, run, saved);
        }
    }

    // A run that may go on without a checkpoint does, and says so.
    private static string? GoesOn(SmallGame game, RunCheckpoints run, int saved)
    {
        var hook = new CheckpointHook<Batch>(game.Trainer, game.Source, run, new CheckpointHookOptions { Every = 1, OnWriteFailure = WriteFailure.Continue });
        game.PlayTo(saved + 3, hook);
        return hook.LastFailure is null ? "the hook does not tell of the failure" : null;
    }

    private static string? ReadOnly(string mount)
    {
        using var game = new SmallGame();
        using var run = RunCheckpoints.Open(mount);
        using (var remount = Process.Start("mount", ["-o", "remount,ro", mount]))
        {
            remount.WaitForExit();
            if (remount.ExitCode != 0)
            {
                // Somebody may have a file open for writing: the lock. A bind mount of its own can be made read-only all the same.
                using var bind = Process.Start("sh", ["-c", $"mount --bind '{mount}' '{mount}' && mount -o remount,bind,ro '{mount}'"]);
                bind.WaitForExit();
            }
        }

        try
        {
            run.Save(game.Trainer, game.Source);
            return "a read-only disk took a checkpoint";
        }
        catch (CheckpointWriteException error)
        {
            return error.Message.Contains("Read-only file system", StringComparison.OrdinalIgnoreCase) ? null : error.Message;
        }
    }
}
