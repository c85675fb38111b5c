using Gan.Net.Checkpoints;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class RewindTests : IDisposable
{
    private static readonly GanTrainerOptions _plain = new() { Seed = 4, Ema = new EmaSettings(), Regularizers = [new LeCamPenalty(), new R1Penalty { Every = 3 }] };

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_BadBatch_EqualsARunByHandFromTheCheckpointOnOtherBatches()
    {
        using var gan = new TinyGan(_plain with { NumericPolicy = NumericPolicy.Rewind(skipBatches: 6, every: 5) });
        using var source = new NoiseSource(2) { Made = PoisonAt(8) };

        gan.Trainer.Fit(source, TrainingLength.Rounds(12));

        // By hand: to round 5, a checkpoint, and from there with the batches from 5 + 6 on.
        using var byHand = new TinyGan(_plain);
        using var plain = new NoiseSource(2);
        byHand.Trainer.Fit(plain, TrainingLength.Rounds(5));
        using var moved = new MovedSource(plain, by: 6);
        byHand.Trainer.Fit(moved, TrainingLength.Rounds(7));
        Weights.AssertSame(byHand.Weights, gan.Weights);
        Assert.Equal(Averages(byHand), Averages(gan));
        Assert.Equal((12, 18), (gan.Trainer.Rounds, gan.Trainer.BatchesDrawn));
        Assert.Equal(byHand.Trainer.SamplesSeen, gan.Trainer.SamplesSeen);
        Assert.Equal(byHand.Trainer.Players.Select(player => player.Steps), gan.Trainer.Players.Select(player => player.Steps));
    }

    [Fact]
    public void Fit_SkipEndsBeforeTheBadBatch_PassesItOverAllTheSame()
    {
        using var gan = new TinyGan(_plain with { NumericPolicy = NumericPolicy.Rewind(skipBatches: 1, every: 5) });
        using var source = new NoiseSource(2) { Made = PoisonAt(8) };

        gan.Trainer.Fit(source, TrainingLength.Rounds(12));

        Assert.Equal(9 + 7, gan.Trainer.BatchesDrawn);
    }

    [Fact]
    public void Fit_Twice_IsTheSameRun()
    {
        var digests = Enumerable.Range(0, 2).Select(_ =>
        {
            using var gan = new TinyGan(_plain with { NumericPolicy = NumericPolicy.Rewind(3, 4) });
            using var source = new NoiseSource(2) { Made = PoisonAt(6, 11, 12, 30) };
            gan.Trainer.Fit(source, TrainingLength.Rounds(25));
            return TrainerDigest.Of(gan.Trainer);
        }).ToList();

        Assert.Equal(digests[0], digests[1]);
    }

    [Fact]
    public void Fit_StoppedBeforeTheProblemAndResumed_GoesBackToTheSamePoint()
    {
        var options = _plain with { NumericPolicy = NumericPolicy.Rewind(3, 5) };
        using var whole = new TinyGan(options);
        using var source = new NoiseSource(2) { Made = PoisonAt(8) };
        whole.Trainer.Fit(source, TrainingLength.Rounds(12));

        using (var first = new TinyGan(options))
        using (var run = RunCheckpoints.Open(_folder.Path))
        {
            first.Trainer.Fit(source, TrainingLength.Rounds(7));
            run.Save(first.Trainer, source);
        }

        using var second = new TinyGan(options);
        using var resumed = RunCheckpoints.Open(_folder.Path);
        resumed.Resume(second.Trainer, source);
        second.Trainer.Fit(source, TrainingLength.Rounds(5));
        Assert.Equal(TrainerDigest.Of(whole.Trainer), TrainerDigest.Of(second.Trainer));
    }

    [Fact]
    public void Fit_ProblemComesBackEachTime_EndsAfterSoMany()
    {
        var met = 0;
        using var gan = new TinyGan(_plain with { NumericPolicy = NumericPolicy.Rewind(1, 5, most: 2) });
        using var source = new NoiseSource(2)
        {
            Made = (index, samples) =>
            {
                if (index >= 8)
                {
                    met++;
                    Poison.Put(samples, double.NaN);
                }
            },
        };

        var failure = Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(12)));

        Assert.Equal(3, met);
        Assert.Equal("batch", failure.Tensor);
    }

    [Fact]
    public void Fit_GoesForwardBetweenProblems_MayGoBackAgainAndAgain()
    {
        using var gan = new TinyGan(_plain with { NumericPolicy = NumericPolicy.Rewind(1, 2, most: 1) });
        using var source = new NoiseSource(2) { Made = PoisonAt(3, 8, 15, 22, 31) };

        Assert.Equal(25, gan.Trainer.Fit(source, TrainingLength.Rounds(25)).Rounds);
    }

    [Fact]
    public void Fit_WeightsRotBetweenRounds_GoesBackToWhenTheyWereSound()
    {
        using var gan = new TinyGan(_plain with { NumericPolicy = NumericPolicy.Rewind(1, 4) });
        using var source = new NoiseSource(2);
        var hook = new RecordingHook(reported: (report, _) =>
        {
            if (report.Round == 4 && gan.Trainer.BatchesDrawn == 4)
            {
                Poison.Put(gan.Generator.Layer.weight, double.NaN);  // just before a state would be kept
            }
        });

        gan.Trainer.Fit(source, TrainingLength.Rounds(10), [hook]);

        Assert.Equal(10, gan.Trainer.Rounds);
        Assert.Equal(["report 1", "report 2", "report 3", "report 4", "report 1"], hook.Calls.Skip(1).Take(5));
        Assert.DoesNotContain(gan.Weights.Values.SelectMany(values => values), double.IsNaN);
    }

    [Fact]
    public void Fit_GoesBack_IsLogged()
    {
        var logger = new RecordingLogger();
        using var gan = new TinyGan(new GanTrainerOptions { NumericPolicy = NumericPolicy.Rewind(7, 2) }, logger);
        using var source = new NoiseSource(2) { Made = PoisonAt(3) };

        gan.Trainer.Fit(source, TrainingLength.Rounds(4));

        Assert.Contains(
            "Warning 4: The run went back to round 2 and goes on with batch 9. Round 4, step 4 of the discriminator: 'batch' holds 1 NaN and 0 infinite numbers of 8. "
            + "No weight was changed by this step. There is no checkpoint.",
            logger.Messages);
    }

    [Fact]
    public void Rewind_ManyTimes_LeavesNoTensorBehind()
    {
        using var gan = new TinyGan(_plain with { NumericPolicy = NumericPolicy.Rewind(1, 3) });
        using var source = new NoiseSource(2) { Made = (index, samples) => Poison.Put(samples, index % 5 == 4 ? double.NaN : 0) };
        gan.Trainer.Fit(source, TrainingLength.Rounds(20));

        var left = Footprint.TensorsLeftBy(() => gan.Trainer.Fit(source, TrainingLength.Rounds(30)));

        Assert.Equal(0, left);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Rewind_Nothing_IsRefused(long skip, long every, int most) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NumericPolicy.Rewind(skip, every, most));

    [Fact]
    public void ToString_Rewind_SaysAll() => Assert.Equal("Rewind(200, 100, 3)", NumericPolicy.Rewind().ToString());

    private static Action<long, Tensor> PoisonAt(params long[] batches) => (index, samples) =>
    {
        if (batches.Contains(index))
        {
            Poison.Put(samples, double.NaN);
        }
    };

    private static double[] Averages(TinyGan gan) => gan.Trainer.States["ema"].Find("weights")!.to(ScalarType.Float64).data<double>().ToArray();
}
