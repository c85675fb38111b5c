using Gan.Net.Checkpoints;
using Gan.Net.Monitoring;
using Gan.Net.Reporting;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Games.Tests;

/// <summary>Three games that the core knows nothing of, each one file: what holds for the GAN holds for them.</summary>
public sealed class GameTests : IDisposable
{
    private const int Last = 16;

    private readonly ScratchFolder _folder = new();

    public static TheoryData<string> Names => ["translation", "cycle", "growing"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_Game_MovesEveryModuleAndMeasuresItsPlayers(string name)
    {
        using var game = Make(name);
        var before = Weights.Of([.. game.Modules]);
        var seen = new Reader();

        var result = game.Trainer.Fit(game.Source, TrainingLength.Rounds(25), [seen]);

        Assert.Equal(25, result.Rounds);
        Assert.Equal(100, result.SamplesSeen);
        var after = Weights.Of([.. game.Modules]);
        Assert.All(before, pair => Assert.NotEqual(pair.Value, after[pair.Key]));
        Assert.All(game.Trainer.Players, player => Assert.True(double.IsFinite(seen.Last!.Values[player.Name + ".loss"])));
    }

    // Checkpoints at every round; from each of them the rest is played again.
    [Theory]
    [MemberData(nameof(Names))]
    public void Resume_FromEveryRound_GoesOnBitForBit(string name)
    {
        using var threads = new OneThread();
        var expected = Played(name, Last);
        var saved = new List<string>();
        using (var first = Make(name))
        using (var run = RunCheckpoints.Open(_folder.Path, new RunCheckpointsOptions { KeepLast = Last }))
        {
            for (var round = 1; round < Last; round++)
            {
                first.Trainer.Fit(first.Source, TrainingLength.Rounds(1));
                saved.Add(run.Save(first.Trainer, first.Source));
            }
        }

        foreach (var checkpoint in saved)
        {
            using var second = Make(name);
            Checkpoint.Open(checkpoint).Restore(second.Trainer, second.Source);
            second.Trainer.Fit(second.Source, TrainingLength.UntilRound(Last));

            Weights.AssertSame(expected.Weights, Weights.Of([.. second.Modules]));
            Assert.Equal(expected.Samples, Samples(second));
        }
    }

    [Theory]
    [InlineData("translation", new[] { "Samples" })]
    [InlineData("cycle", new[] { "Samples", "b-to-a" })]
    [InlineData("growing", new[] { "Samples" })]
    public void Report_Game_ShowsItsViews(string name, string[] views)
    {
        using var game = Make(name);
        var pictures = new SamplePicturesHook(Path.Combine(_folder.Path, "samples"), 4, samples => SampleGrid.Draw(samples), every: 10);

        game.Trainer.Fit(game.Source, TrainingLength.Rounds(20), [pictures, new RunReportHook(_folder.Path)]);

        var page = File.ReadAllText(Path.Combine(_folder.Path, RunReport.FileName));
        Assert.All(views, view => Assert.Contains($"data-strip=\"{view}\"", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Monitor_Game_LooksAtItsSamples(string name)
    {
        using var game = Make(name);
        var monitor = new TrainingMonitor(game.Source, new TrainingMonitorOptions { Every = 10 });

        game.Trainer.Fit(game.Source, TrainingLength.Rounds(20), [monitor]);

        Assert.True(double.IsFinite(monitor.Measures["samples.spread"]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_ManyRounds_LeavesNoTensorBehind(string name)
    {
        using var threads = new OneThread();
        using var game = Make(name);
        game.Trainer.Fit(game.Source, TrainingLength.Rounds(20));
        var before = LiveTensors.Count();

        game.Trainer.Fit(game.Source, TrainingLength.Rounds(100));

        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Pool_Full_KeepsFiftyOfEachSide()
    {
        using var game = new CycleGame();

        game.Fit(game.Source, TrainingLength.Rounds(20));

        Assert.Equal([50L, 1, 8, 8], game.States["pool.a"].Find("images")!.shape);
        Assert.Equal([50L, 1, 8, 8], game.States["pool.b"].Find("images")!.shape);
    }

    [Fact]
    public void Grower_Progress_FadesInAndIsToldAfterARestore()
    {
        using var game = new GrowingGame();
        game.Trainer.Fit(game.Source, TrainingLength.Rounds(10));
        Assert.Equal(0, game.Share);
        game.Trainer.Fit(game.Source, TrainingLength.Rounds(6));
        Assert.Equal(.5, game.Share);
        using (var run = RunCheckpoints.Open(_folder.Path))
        {
            run.Save(game.Trainer, game.Source);
        }

        using var second = new GrowingGame();
        using var resumed = RunCheckpoints.Open(_folder.Path);
        resumed.Resume(second.Trainer, second.Source);

        Assert.Equal(.6, second.Share, 1e-12);
    }

    private static (SortedDictionary<string, double[]> Weights, float[] Samples) Played(string name, int rounds)
    {
        using var game = Make(name);
        game.Trainer.Fit(game.Source, TrainingLength.Rounds(rounds));
        return (Weights.Of([.. game.Modules]), Samples(game));
    }

    private static float[] Samples(IGame game)
    {
        using var scope = NewDisposeScope();
        return [.. game.Trainer.Views.SelectMany(view => view.Sample(4).contiguous().data<float>().ToArray())];
    }

    private static IGame Make(string name) => name switch
    {
        "translation" => new TranslationGame(),
        "cycle" => new CycleGame(),
        _ => new GrowingGame(),
    };

    private sealed class Reader : TrainingHook
    {
        public TrainingReport? Last { get; private set; }

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => Last = report;
    }
}
