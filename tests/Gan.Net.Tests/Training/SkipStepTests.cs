using Gan.Net.Losses;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class SkipStepTests
{
    [Fact]
    public void Fit_BadBatches_EqualsALoopByHandThatLeavesThoseStepsOut()
    {
        using var gan = new TinyGan(new GanTrainerOptions { NumericPolicy = NumericPolicy.SkipStep(), Seed = 5 });
        using var source = PoisonedAt(2, 3, 7);

        gan.Trainer.Fit(source, TrainingLength.Rounds(12));

        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        TextbookLoop.Play(generator, discriminator, source, new GanTrainerOptions { Seed = 5 }, 12, round => round is 2 or 3 or 7);
        Weights.AssertSame(Weights.Of(generator, discriminator), gan.Weights);
        Assert.Equal((12, 3), (gan.Trainer.Rounds, gan.Trainer.SkippedSteps));
        Assert.Equal([9L, 12L], gan.Trainer.Players.Select(player => player.Steps));
    }

    [Fact]
    public void Fit_Twice_IsTheSameRun()
    {
        var runs = Enumerable.Range(0, 2).Select(_ =>
        {
            using var gan = new TinyGan(new GanTrainerOptions { NumericPolicy = NumericPolicy.SkipStep(3) });
            using var source = PoisonedAt(1, 4, 5, 6, 11);
            gan.Trainer.Fit(source, TrainingLength.Rounds(15));
            return gan.Weights;
        }).ToList();

        Weights.AssertSame(runs[0], runs[1]);
    }

    [Fact]
    public void Fit_MoreInARowThanAllowed_ThrowsAndSaysHowMany()
    {
        using var gan = new TinyGan(new GanTrainerOptions { NumericPolicy = NumericPolicy.SkipStep(2) });
        using var source = PoisonedAt(3, 4, 5);

        var failure = Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(9)));

        Assert.Equal(
            "Round 6, step 4 of the discriminator: 'batch' holds 1 NaN and 0 infinite numbers of 8. No weight was changed by this step. "
            + "2 steps in a row were left out before it. There is no checkpoint.",
            failure.Message);
        Assert.Equal(2, gan.Trainer.SkippedSteps);
    }

    [Fact]
    public void Fit_GoodStepsBetween_CountAnew()
    {
        using var gan = new TinyGan(new GanTrainerOptions { NumericPolicy = NumericPolicy.SkipStep(2) });
        using var source = PoisonedAt(0, 1, 3, 4, 6, 7, 9);

        gan.Trainer.Fit(source, TrainingLength.Rounds(12));

        Assert.Equal(7, gan.Trainer.SkippedSteps);
    }

    [Fact]
    public void Fit_PlayersTakeTurns_CountApart()
    {
        using var gan = new TinyGan(new GanTrainerOptions { NumericPolicy = NumericPolicy.SkipStep(1), Loss = new OffsetLoss(double.NaN) });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));
        var failure = Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal("discriminator", failure.Player);
        Assert.Equal(2, gan.Trainer.SkippedSteps);
    }

    [Fact]
    public void Fit_Simultaneous_NobodyMovesInARoundThatIsLeftOut()
    {
        var options = new GanTrainerOptions { Update = UpdateRule.Simultaneous };
        using var gan = new TinyGan(options with { NumericPolicy = NumericPolicy.SkipStep(1) });
        using var source = PoisonedAt(2);
        gan.Trainer.Fit(source, TrainingLength.Rounds(2));
        var before = gan.Weights;

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Weights.AssertSame(before, gan.Weights);
        Assert.Equal((3, 1), (gan.Trainer.Rounds, gan.Trainer.SkippedSteps));
    }

    [Fact]
    public void Fit_StepLeftOut_IsLogged()
    {
        var logger = new RecordingLogger();
        using var gan = new TinyGan(new GanTrainerOptions { NumericPolicy = NumericPolicy.SkipStep() }, logger);
        using var source = PoisonedAt(0);

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Contains(
            "Warning 3: A step was left out. Round 1, step 1 of the discriminator: 'batch' holds 1 NaN and 0 infinite numbers of 8. "
            + "No weight was changed by this step. There is no checkpoint.",
            logger.Messages);
    }

    [Fact]
    public void SkipStep_None_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => NumericPolicy.SkipStep(0));

    [Fact]
    public void ToString_Policies_SayWhatTheyDo() => Assert.Equal(
        ["Throw", "SkipStep(10)", "Unchecked"],
        ((NumericPolicy[])[NumericPolicy.Throw, NumericPolicy.SkipStep(), NumericPolicy.Unchecked]).Select(policy => policy.ToString()));

    private static NoiseSource PoisonedAt(params long[] batches) => new(2)
    {
        Made = (index, samples) =>
        {
            if (batches.Contains(index))
            {
                Poison.Put(samples, double.NaN);
            }
        },
    };
}
