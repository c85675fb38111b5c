using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Reliability.Disks;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// Every single call to the disk while a checkpoint is saved, and while one is loaded, fails in four ways, once and for ever. The checkpoint before
/// stays whole, the error has its type and names its place, the trainer stays as it is, and the next save leaves nothing lying about.
/// </summary>
internal sealed class FaultCheck : Check
{
    private const string Folder = "/run";
    private static readonly RunCheckpointsOptions _one = new() { KeepLast = 1, KeepBest = 0 };
    private static readonly RunCheckpointsOptions _two = new() { KeepLast = 2, KeepBest = 0 };

    public override string Name => "io-faults";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        using var game = new SmallGame();
        game.PlayTo(2);
        yield return Sweep("save", fault => new SaveCase(game, fault));
        using var other = new SmallGame();
        yield return Sweep("load", fault => new LoadCase(game, other, fault));
    }

    private static Figure Sweep(string what, Func<Fault, FaultCase> make)
    {
        var calls = make(Fault.Denied).CallsUndisturbed();
        var (cases, problems) = (0, new List<string>());
        foreach (var fault in Enum.GetValues<Fault>())
        {
            for (var call = 1; call <= calls; call++)
            {
                foreach (var forEver in (bool[])[false, true])
                {
                    if (make(fault).Try(call, forEver) is { } outcome)
                    {
                        cases++;
                        problems.AddRange(outcome.Length > 0 ? [$"{fault}{(forEver ? " for ever" : "")} at call {call}: {outcome}"] : []);
                    }
                }
            }
        }

        return new(
            $"{what}: each of {calls} calls fails in 4 ways, once and for ever", "typed error; checkpoint before, trainer and folder as they were",
            problems.Count == 0 ? $"{cases} of {cases}" : $"{problems.Count} of {cases} broken: {problems[0]}", problems.Count == 0 && cases > 100);
    }

    private abstract class FaultCase(Fault fault)
    {
        protected MemoryDisk Memory { get; } = new();

        protected FaultyDisk Faulty { get; private set; } = null!;

        public int CallsUndisturbed()
        {
            Prepare();
            var before = Faulty.Calls;
            Act();
            return Faulty.Calls - before;
        }

        /// <summary>Null when the call cannot fail in this way; otherwise what was wrong, or nothing.</summary>
        public string? Try(int call, bool forEver)
        {
            Prepare();
            (Faulty.FailsAt, Faulty.ForEver) = (Faulty.Calls + call, forEver);
            Exception? failure = null;
            try
            {
                Act();
            }
#pragma warning disable CA1031 // Whatever it is, it is looked at.
            catch (Exception error)
            {
                failure = error;
            }
#pragma warning restore CA1031
            Faulty.FailsAt = 0;
            return Faulty.Faults == 0 ? null : Judge(failure);
        }

        protected virtual void Prepare() => Faulty = new FaultyDisk(Memory, fault);

        protected abstract void Act();

        protected abstract string Judge(Exception? failure);
    }

    // With one checkpoint to keep, each save also removes one.
    private sealed class SaveCase(SmallGame game, Fault fault) : FaultCase(fault)
    {
        private RunCheckpoints _run = null!;
        private string _before = "";
        private string _trainer = "";
        private string? _saved;

        protected override void Prepare()
        {
            base.Prepare();
            _run = RunCheckpoints.Open(Folder, _one, Faulty);
            _before = _run.Save(game.Trainer, game.Source);
            _trainer = game.Digest();
        }

        protected override void Act() => _saved = _run.Save(game.Trainer, game.Source);

        protected override string Judge(Exception? failure)
        {
            if (failure is not (null or CheckpointWriteException { Path.Length: > 0, InnerException: not null }))
            {
                return $"{failure.GetType().Name}: {failure.Message}";
            }

            if (failure is null && _run.FindNewest()?.Path != _saved)
            {
                return "the save said nothing, and its checkpoint is not there";
            }

            if (failure is not null && Memory.FolderExists(_before))
            {
                Checkpoint.Open(_before, Memory);
            }
            else if (failure is not null)
            {
                return "the checkpoint before is gone";
            }

            if (game.Digest() != _trainer)
            {
                return "the trainer changed";
            }

            var next = _run.Save(game.Trainer, game.Source);
            var strays = Memory.Everything.Where(path => path is not (Folder or Folder + "/checkpoints") && !path.StartsWith(next, StringComparison.Ordinal)).ToList();
            return _run.FindNewest()?.Path == next && strays.Count == 0 ? "" : $"after the next save there is {string.Join(", ", strays)}";
        }
    }

    private sealed class LoadCase(SmallGame game, SmallGame other, Fault fault) : FaultCase(fault)
    {
        private readonly string _saved = game.Digest();
        private string _before = "";
        private RunCheckpoints? _run;
        private Checkpoint? _found;

        protected override void Prepare()
        {
            base.Prepare();
            using var run = RunCheckpoints.Open(Folder, _two, Memory);
            run.Save(game.Trainer, game.Source);
            run.Save(game.Trainer, game.Source);
            other.PlayTo(other.Trainer.Rounds == 2 ? 3 : 1);  // where no checkpoint stands
            _before = other.Digest();
        }

        protected override void Act()
        {
            _run = RunCheckpoints.Open(Folder, _two, Faulty);
            _found = _run.Resume(other.Trainer, other.Source);
        }

        protected override string Judge(Exception? failure)
        {
            var now = other.Digest();
            return failure switch
            {
                CheckpointReadException or CheckpointWriteException or DataFormatException => now == _before ? "" : "the load failed and changed the trainer",
                not null => $"{failure.GetType().Name}: {failure.Message}",
                null when _found is null => now == _before && _run!.Damages.Count > 0 ? "" : "nothing was loaded and nothing said",
                null => now == _saved ? "" : "what was loaded is not what was saved",
            };
        }
    }
}
