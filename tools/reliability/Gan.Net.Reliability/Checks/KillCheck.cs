using System.Globalization;
using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// A process that trains and saves after every round is killed with SIGKILL at a random time, again and again, each time going on from where
/// it had come. The control saves in place.
/// </summary>
internal sealed class KillCheck : Check
{
    private const double LongestDelay = 200;  // milliseconds

    public override string Name => "kills";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var kills = occasion.Count(brief: 8, full: 200);
        var random = new SeededRandom((ulong)Environment.TickCount64);
        var folder = Path.Combine(occasion.Folder, "run");
        using var reference = new Reference();
        var (inside, corrupt, lost, strange) = (0, 0, 0, 0);
        for (var i = 0; i < kills; i++)
        {
            var killed = KilledRun.Start(folder, KillChild.Atomic, Delay(random));
            inside += killed.InsideSave ? 1 : 0;
            corrupt += Corrupt(folder);
            var rounds = Resumed(folder, reference, out var same);
            lost += rounds >= killed.Committed ? 0 : 1;
            strange += same ? 0 : 1;
            occasion.Note($"kill {i + 1} of {kills}: round {rounds}, {inside} inside a save");
        }

        yield return new(
            $"{kills} SIGKILLs at random times, {inside} of them inside a save", occasion.IsLong ? "half of them inside" : "some inside",
            $"{100 * inside / kills} %", occasion.IsLong ? 2 * inside >= kills : inside > 0);
        yield return new("every checkpoint there was after each", "0 corrupt, 0 unreadable", $"{corrupt} corrupt or unreadable", corrupt == 0);
        yield return new("the newest after each", "no older than the last reported one", $"{lost} older", lost == 0);
        yield return new($"the game gone on with after each, {reference.Rounds} rounds in all", "bit-identical to one never stopped", $"{kills - strange} of {kills}", strange == 0);
        var lines = RecordIsWhole(folder);
        yield return new("the record over all kills", "one line for every round", lines ? "one line for every round" : "lines missing or twice", lines);
        yield return Control(occasion, random);
    }

    private static Figure Control(Occasion occasion, SeededRandom random)
    {
        var (kills, corrupt) = (0, 0);
        var most = occasion.Count(brief: 20, full: 100);
        while (kills < most && (occasion.IsLong || corrupt == 0))
        {
            var folder = Path.Combine(occasion.Folder, $"in-place-{kills++}");
            KilledRun.Start(folder, KillChild.InPlace, Delay(random));
            corrupt += Corrupt(folder);
        }

        return new($"control: saving in place, {kills} kills", "corruption is seen", $"{corrupt} corrupt", corrupt > 0);
    }

    private static int Corrupt(string folder)
    {
        var corrupt = 0;
        foreach (var path in Directory.GetDirectories(Path.Combine(folder, "checkpoints")).Where(path => !Path.GetFileName(path).StartsWith('.')))
        {
            try
            {
                Checkpoint.Open(path);
            }
            catch (Exception error) when (error is DataFormatException or CheckpointReadException)
            {
                corrupt++;
            }
        }

        return corrupt;
    }

    private static long Resumed(string folder, Reference reference, out bool same)
    {
        using var game = new SmallGame();
        using var run = RunCheckpoints.Open(folder);
        run.Resume(game.Trainer, game.Source);
        var rounds = game.Trainer.Rounds;
        same = game.Digest() == reference.DigestAt(rounds);
        return rounds;
    }

    // Gone on with once more, to have it cut back to the newest checkpoint.
    private static bool RecordIsWhole(string folder)
    {
        using var game = new SmallGame();
        using var run = RunCheckpoints.Open(folder);
        run.Resume(game.Trainer, game.Source);
        var path = Path.Combine(folder, KillChild.Record);
        RunRecord.Hook(path, game.Trainer.Rounds).Dispose();
        var rounds = File.ReadLines(path).Select(line => long.Parse(line.Split([':', ','])[1], CultureInfo.InvariantCulture));
        return rounds.SequenceEqual(Enumerable.Range(1, (int)game.Trainer.Rounds).Select(round => (long)round));
    }

    private static TimeSpan Delay(SeededRandom random) => TimeSpan.FromMilliseconds(random.NextDouble() * LongestDelay);

    /// <summary>The same game, never stopped, played as far as anybody asks.</summary>
    private sealed class Reference : IDisposable
    {
        private readonly SmallGame _game = new();
        private readonly Dictionary<long, string> _digests = [];

        public long Rounds => _game.Trainer.Rounds;

        public string DigestAt(long rounds)
        {
            while (!_digests.ContainsKey(rounds))
            {
                _digests[Rounds] = _game.Digest();
                _game.PlayTo(Rounds + 1);
            }

            return _digests[rounds];
        }

        public void Dispose() => _game.Dispose();
    }
}
