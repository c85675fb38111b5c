using Gan.Net.Checkpoints;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// A game that uses everything, stopped at every round and gone on with from the checkpoint there, ends where the uninterrupted one ends: every
/// tensor, every count and every line of the record. And no entry of a checkpoint is idle: with any one left out, it ends elsewhere.
/// </summary>
internal sealed class ResumeCheck : Check
{
    private const int Last = 60;
    private const int Middle = 31;
    private const int Further = 3;

    public override string Name => "resume";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var whole = Path.Combine(occasion.Folder, "whole");
        var (expected, paths) = PlayWhole(whole);
        var same = Enumerable.Range(1, Last).Count(round => PlayOn(occasion, whole, paths[round], round) == expected);
        yield return new($"stopped at every round 1 to {Last}, gone on to {Last}", "the same state and record, bit for bit", $"{same} of {Last}", same == Last);

        var entries = DroppedEntry.All(paths[Middle]).ToList();
        var soon = StateAt(paths[Middle + Further]);
        var idle = entries.Where(entry => PlayOnWithout(paths[Middle], entry) == soon).ToList();
        yield return new(
            $"control: each of {entries.Count} entries of a checkpoint left out", "ends elsewhere, each time",
            idle.Count == 0 ? $"{entries.Count} of {entries.Count}" : $"no difference: {string.Join(", ", idle)}", idle.Count == 0 && entries.Count > 20);

        var uncut = PlayOn(occasion, whole, paths[Middle], Last) != expected;
        yield return new("control: the record not cut back", "differs", uncut ? "differs" : "no difference", uncut);
    }

    // In one run, which saves after every round.
    private static ((string State, string Record) End, string[] Paths) PlayWhole(string folder)
    {
        using var game = new SmallGame();
        using var run = RunCheckpoints.Open(folder, new RunCheckpointsOptions { KeepLast = Last });
        var record = Path.Combine(folder, "stats.jsonl");
        using (var lines = RunRecord.Hook(record, 0))
        {
            game.PlayTo(Last, new CheckpointHook<Batch>(game.Trainer, game.Source, run, new CheckpointHookOptions { Every = 1, Logs = [lines] }), lines);
        }

        var paths = Directory.GetDirectories(run.Folder).ToDictionary(path => Checkpoint.Open(path).Rounds);
        return (End(game, record), [.. Enumerable.Range(0, Last + 1).Select(round => paths.GetValueOrDefault(round, ""))]);
    }

    // The record is that of the whole run, cut back to the round: as a killed process leaves it, with lines of rounds after the checkpoint.
    private static (string State, string Record) PlayOn(Occasion occasion, string whole, string checkpoint, int cutAt)
    {
        var record = Path.Combine(occasion.Folder, "stats.jsonl");
        File.Copy(Path.Combine(whole, "stats.jsonl"), record, overwrite: true);
        File.AppendAllText(record, "{\"round\":61,\"sam");
        using var game = new SmallGame();
        Checkpoint.Open(checkpoint).Restore(game.Trainer, game.Source);
        using (var lines = RunRecord.Hook(record, cutAt))
        {
            game.PlayTo(Last, lines);
        }

        return End(game, record);
    }

    private static (string State, string Record) End(SmallGame game, string record) => (game.Digest(), RunRecord.WithoutSeconds(record));

    private static string StateAt(string checkpoint)
    {
        using var game = new SmallGame();
        Checkpoint.Open(checkpoint).Restore(game.Trainer, game.Source);
        return game.Digest();
    }

    private static string PlayOnWithout(string checkpoint, DroppedEntry entry)
    {
        using var game = new SmallGame();
        entry.RestoreOthers(checkpoint, game.Trainer);
        game.PlayTo(Middle + Further);
        return game.Digest();
    }
}
