using Gan.Net.Checkpoints;
using Gan.Net.Data;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Interruptions;
using Gan.Net.Reliability.Numbers;
using Gan.Net.Reliability.Runner;
using Gan.Net.TestSupport;
using Gan.Net.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// Tensors alive and file descriptors open before and after many failures, cancellations, saves, loads, loops left early and trainers disposed:
/// none more, without the help of a garbage collector.
/// </summary>
internal sealed class LeakCheck : Check
{
    public override string Name => "leaks";

    public override IEnumerable<Figure> Run(Occasion occasion) =>
        [Failures(occasion), Cancellations(occasion), .. SavesAndLoads(occasion), Loops(occasion), Trainers(occasion)];

    private static Figure Failures(Occasion occasion)
    {
        var count = occasion.Count(66, 1_000);
        using var game = new FailingGame(Path.Combine(occasion.Folder, "failures"));
        game.Play(4);
        var i = 0;
        var thrown = 0;
        void Fail(int many)
        {
            for (var end = i + many; i < end; i++)
            {
                game.Parts.Arm(FailingParts.Names[i % FailingParts.Names.Count], 0);
                try
                {
                    game.Play(1);
                }
                catch (PlannedException)
                {
                    thrown++;
                }
            }
        }

        Fail(FailingParts.Names.Count);  // each place once, so that what is made for good is there
        thrown = 0;
        var descriptors = Descriptors();
        var left = TensorCount.LeftBy(count, Fail);
        var more = Descriptors() - descriptors;
        return new($"{thrown} failed rounds", "0 tensors, 0 file descriptors more", $"{left}, {more}", left == 0 && more == 0 && thrown == count);
    }

    private static Figure Cancellations(Occasion occasion)
    {
        var count = occasion.Count(50, 1_000);
        using var game = new SmallGame();
        game.PlayTo(5);
        var cancelled = 0;
        var descriptors = Descriptors();
        var left = TensorCount.LeftBy(count, many =>
        {
            for (var i = 0; i < many; i++)
            {
                using var stop = new CancellationTokenSource();
                try
                {
                    game.Trainer.Fit(game.Source, TrainingLength.Rounds(9), [new Stopper(stop)], stop.Token);
                }
                catch (OperationCanceledException)
                {
                    cancelled++;
                }
            }
        });
        var more = Descriptors() - descriptors;
        return new($"{cancelled} cancelled runs", "0 tensors, 0 file descriptors more", $"{left}, {more}", left == 0 && more == 0 && cancelled == count);
    }

    private static IEnumerable<Figure> SavesAndLoads(Occasion occasion)
    {
        var count = occasion.Count(20, 1_000);
        using var game = new SmallGame();
        game.PlayTo(5);
        using var run = RunCheckpoints.Open(Path.Combine(occasion.Folder, "saves"));
        void SaveAndLoad(int many)
        {
            for (var i = 0; i < many; i++)
            {
                run.Save(game.Trainer, game.Source);
                run.Resume(game.Trainer, game.Source);
            }
        }

        SaveAndLoad(3);
        var descriptors = Descriptors();
        var left = TensorCount.LeftBy(count, SaveAndLoad);
        var more = Descriptors() - descriptors;
        yield return new($"{count} saves and loads", "0 tensors more", $"{left}", left == 0);
        yield return new("the same", "0 file descriptors more", OperatingSystem.IsLinux() ? $"{more}" : "not Linux", more == 0);
    }

    // A loop over data that fetches ahead, left while a batch is on its way.
    private static Figure Loops(Occasion occasion)
    {
        var count = occasion.Count(50, 1_000);
        void Leave(int many)
        {
            for (var i = 0; i < many; i++)
            {
                using var source = new PrefetchSource(new NoiseSource(1, 4, 4));
                for (var index = 0; index < 1 + (i % 3); index++)
                {
                    source.GetBatch(index).Dispose();
                }
            }
        }

        Leave(3);
        var descriptors = Descriptors();
        var left = TensorCount.LeftBy(count, Leave);
        var more = Descriptors() - descriptors;
        return new($"{count} loops over data left early", "0 tensors, 0 file descriptors more", $"{left}, {more}", left == 0 && more == 0);
    }

    private static Figure Trainers(Occasion occasion)
    {
        var count = occasion.Count(20, 200);
        using var generator = new SmallGenerator(seed: 1);
        using var discriminator = new SmallDiscriminator(seed: 2);
        using var game = new SmallGame();
        void Make(int many)
        {
            for (var i = 0; i < many; i++)
            {
                using var trainer = new GanTrainer(generator, discriminator, SmallGame.Everything);
                trainer.Fit(game.Source, TrainingLength.Rounds(2));
            }
        }

        Make(2);
        // TorchSharp counts what a parameter is made of for ever; a trainer makes one of each player's small parameters.
        var miscounted = 2 * TensorCount.LeftBy(1, _ => new Parameter(zeros(1)).Dispose());
        var left = TensorCount.LeftBy(count, Make) - (count * miscounted);
        return new($"{count} trainers made and disposed", "0 tensors more", $"{left}", left == 0);
    }

    // Without those of assemblies: the runtime opens each when it first needs it, whoever runs then, and keeps two for it.
    private static int Descriptors() => OperatingSystem.IsLinux()
        ? Directory.GetFileSystemEntries("/proc/self/fd").Count(path => new FileInfo(path).LinkTarget?.EndsWith(".dll", StringComparison.Ordinal) != true)
        : 0;

    private sealed class Stopper(CancellationTokenSource stop) : TrainingHook
    {
        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => stop.Cancel();
    }
}
