using Gan.Net.Losses;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class TrainerHookTests
{
    [Fact]
    public void Fit_EveryThree_ReportsEachThirdRoundAndTheLast()
    {
        var hook = new RecordingHook(every: 3);

        Play(7, hook);

        Assert.Equal(["start", "report 3", "report 6", "report 7", "end"], hook.Calls);
    }

    [Fact]
    public void Fit_HooksOfDifferentPace_EachIsCalledAtItsOwn()
    {
        var (often, seldom) = (new RecordingHook(every: 2), new RecordingHook(every: 100));

        Play(5, often, seldom);

        Assert.Equal(["start", "report 2", "report 4", "report 5", "end"], often.Calls);
        Assert.Equal(["start", "report 5", "end"], seldom.Calls);
    }

    [Fact]
    public void Fit_Continued_CountsRoundsFromTheTrainersStart()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var hook = new RecordingHook(every: 4);

        gan.Trainer.Fit(source, TrainingLength.Rounds(3), [hook]);
        gan.Trainer.Fit(source, TrainingLength.Rounds(3), [hook]);

        Assert.Equal(["start", "report 3", "end", "start", "report 4", "report 6", "end"], hook.Calls);
        Assert.Equal(6, hook.Result!.Rounds);
        Assert.Equal(24, hook.Result.SamplesSeen);
        Assert.False(hook.Result.Cancelled);
    }

    // The Dirac-GAN's numbers can be worked out by hand: a report of any other round, or of a stale tensor, differs.
    [Theory]
    [InlineData(1, 1, 1, 0.853788284273999)]
    [InlineData(10, 1.1605442419625969, -0.23376357141523937, -0.33417146877591825)]
    public void Fit_Report_HoldsTheNumbersOfItsRound(int round, double psi, double thetaBefore, double theta)
    {
        using var generator = new DiracGenerator(1);
        using var discriminator = new DiracDiscriminator(1);
        using var source = new DiracSource { BatchSize = 4 };
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions
        {
            Order = PlayerOrder.GeneratorFirst,
            GeneratorOptimizer = new SgdSettings { LearningRate = .2 },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = .2 },
        });
        var hook = new RecordingHook(round);

        trainer.Fit(source, TrainingLength.Rounds(round), [hook]);

        var values = Assert.Single(hook.Reports).Values;
        Assert.Equal(0, values["score.real"]);
        Assert.Equal(-psi * theta, values["score.fake"], 1e-9);
        Assert.Equal(Softplus(psi * thetaBefore), values["generator.loss"], 1e-9);
        Assert.Equal(Math.Log(2) + Softplus(-psi * theta), values["discriminator.loss"], 1e-9);
    }

    [Fact]
    public void Fit_Report_SaysWhereTheRunStands()
    {
        using var gan = new TinyGan();
        using var source = new NoiseSource(2) { BatchesPerEpoch = 4, LastBatchSize = 2 };
        var hook = new RecordingHook();

        gan.Trainer.Fit(source, TrainingLength.Rounds(6), [hook]);

        Assert.Equal([1, 2, 3, 4, 5, 6], hook.Reports.Select(report => report.Round));
        Assert.Equal([4, 8, 12, 14, 18, 22], hook.Reports.Select(report => report.SamplesSeen));
        Assert.Equal([.25, .5, .75, 1, 1.25, 1.5], hook.Reports.Select(report => report.Epoch));
        Assert.All(hook.Reports, report => Assert.Equal(6, report.LastRound));
    }

    [Fact]
    public void Fit_EndlessSource_ReportsNoEpoch()
    {
        var hook = new RecordingHook();

        Play(1, hook);

        Assert.Null(Assert.Single(hook.Reports).Epoch);
    }

    [Fact]
    public void Fit_Watched_LearnsTheSameAsUnwatched()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var hook = new RecordingHook(2, (_, sampler) => sampler!.Sample(5).Dispose());

        gan.Trainer.Fit(source, TrainingLength.Rounds(9), [hook]);

        Weights.AssertSame(TinyGan.Play(9), gan.Weights);
    }

    [Fact]
    public void Fit_HookThrows_ReachesTheCallerAndTheTrainerGoesOn()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var hook = new RecordingHook(reported: (report, _) =>
        {
            if (report.Round == 4)
            {
                throw new InvalidOperationException("disk full");
            }
        });

        var failure = Assert.Throws<InvalidOperationException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(9), [hook]));
        Assert.Equal("disk full", failure.Message);
        Assert.Same(failure, hook.Failure);
        Assert.Equal(["start", "report 1", "report 2", "report 3", "report 4", "failed"], hook.Calls);
        Assert.Equal(4, gan.Trainer.Rounds);

        gan.Trainer.Fit(source, TrainingLength.Rounds(5));
        Weights.AssertSame(TinyGan.Play(9), gan.Weights);
    }

    [Fact]
    public void Fit_HookKeepsSamples_TheyOutliveTheRound()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var kept = new List<Tensor>();
        var hook = new RecordingHook(reported: (_, sampler) => kept.Add(sampler!.Sample(3)));

        gan.Trainer.Fit(source, TrainingLength.Rounds(2), [hook]);

        Assert.All(kept, samples => Assert.False(samples.IsInvalid));
        Assert.All(kept, samples => Assert.Equal([3L, 2L], samples.shape));
        kept.ForEach(samples => samples.Dispose());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Fit_HookWithoutAPace_IsRefusedBeforeTheFirstRound(long every)
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var hook = new RecordingHook(every);

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1), [hook]));

        Assert.Equal($"RecordingHook.Every must be at least 1, was {every}. (Parameter 'hooks')", failure.Message);
        Assert.Empty(hook.Calls);
    }

    [Fact]
    public void Fit_HookWithMeasures_LaterHooksSeeThemInItsRounds()
    {
        var (before, after) = (new RecordingHook(), new RecordingHook());
        var measuring = new MeasuringHook(every: 2);

        Play(3, before, measuring, after);

        Assert.All(before.Reports, report => Assert.DoesNotContain("spread", report.Values.Keys));
        Assert.Equal([null, 20.0, 30.0], after.Reports.Select(report => report.Values.TryGetValue("spread", out var spread) ? spread : (double?)null));
        Assert.Equal([-1.0, -1.0], after.Reports.Skip(1).Select(report => report.Values["generator.loss"]));
        Assert.All(after.Reports, report => Assert.Contains("discriminator.loss", report.Values.Keys));
    }

    [Fact]
    public void ProgressHook_EveryTwo_PassesReportsOn()
    {
        var progress = new RecordingProgress<TrainingReport>();

        Play(5, new ProgressHook(progress, 2));

        Assert.Equal([2, 4, 5], progress.Values.Select(report => report.Round));
    }

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));

    private static void Play(int rounds, params TrainingHook[] hooks)
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(rounds), hooks);
    }
}
