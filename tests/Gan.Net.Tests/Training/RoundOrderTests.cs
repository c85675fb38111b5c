using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

/// <summary>Who moves when. Each entry ends with the steps taken before it: discriminator-generator.</summary>
public sealed class RoundOrderTests
{
    [Fact]
    public void Fit_Defaults_DiscriminatorStepsThenGeneratorOnFreshLatents() =>
        Assert.Equal(
            ["batch 1 1-1", "generate 4 1-1", "score 4 1-1", "score 4 1-1", "generate 4 2-1", "score 4 2-1"],
            SecondRound(new GanTrainerOptions()));

    [Fact]
    public void Fit_TwoDiscriminatorSteps_DrawsABatchAndLatentsForEach() =>
        Assert.Equal(
            [
                "batch 2 2-1", "generate 4 2-1", "score 4 2-1", "score 4 2-1",
                "batch 3 3-1", "generate 4 3-1", "score 4 3-1", "score 4 3-1",
                "generate 4 4-1", "score 4 4-1",
            ],
            SecondRound(new GanTrainerOptions { DiscriminatorSteps = 2 }));

    [Fact]
    public void Fit_GeneratorFirst_GeneratorStepsBeforeABatchIsDrawn() =>
        Assert.Equal(
            ["generate 4 1-1", "score 4 1-1", "batch 1 1-2", "generate 4 1-2", "score 4 1-2", "score 4 1-2"],
            SecondRound(new GanTrainerOptions { Order = PlayerOrder.GeneratorFirst }));

    [Fact]
    public void Fit_Simultaneous_BothLookBeforeEitherSteps() =>
        Assert.Equal(
            ["batch 1 1-1", "generate 4 1-1", "score 4 1-1", "score 4 1-1", "generate 4 1-1", "score 4 1-1"],
            SecondRound(new GanTrainerOptions { Update = UpdateRule.Simultaneous }));

    [Fact]
    public void Fit_SharedLatents_GeneratesOnceForBothPlayers() =>
        Assert.Equal(
            ["batch 1 1-1", "generate 4 1-1", "score 4 1-1", "score 4 1-1", "score 4 2-1"],
            SecondRound(new GanTrainerOptions { Latents = LatentReuse.Shared }));

    [Fact]
    public void Fit_SharedLatentsTwoSteps_GeneratorUsesThoseOfTheLast() =>
        Assert.Equal(
            [
                "batch 2 2-1", "generate 4 2-1", "score 4 2-1", "score 4 2-1",
                "batch 3 3-1", "generate 4 3-1", "score 4 3-1", "score 4 3-1",
                "score 4 4-1",
            ],
            SecondRound(new GanTrainerOptions { Latents = LatentReuse.Shared, DiscriminatorSteps = 2 }));

    [Fact]
    public void Fit_LossThatNeedsRealLogits_ScoresRealSamplesInTheGeneratorsStepToo() =>
        Assert.Equal(
            ["batch 1 1-1", "generate 4 1-1", "score 4 1-1", "score 4 1-1", "generate 4 2-1", "score 4 2-1", "score 4 2-1"],
            SecondRound(new GanTrainerOptions { Loss = new PairedLoss() }));

    [Fact]
    public void Fit_FirstRound_LooksAtTheFirstBatchOnceMore()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(2));

        Assert.Equal(["batch 0 0-0", "batch 0 0-0", "batch 1 1-1"], gan.Journal.Entries.Where(entry => entry.StartsWith("batch", StringComparison.Ordinal)));
    }

    [Fact]
    public void Fit_AnotherSource_LooksAtTheBatchTheRunGoesOnWith()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        using var other = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(2));
        gan.Journal.Clear();

        gan.Trainer.Fit(other, TrainingLength.Rounds(1));

        Assert.Equal(["batch 2 2-2", "batch 2 2-2"], gan.Journal.Entries.Where(entry => entry.StartsWith("batch", StringComparison.Ordinal)));
    }

    [Fact]
    public void Fit_PartialLastBatch_GeneratesAsManyAndCountsSamplesExactly()
    {
        using var gan = new TinyGan();
        using var source = new NoiseSource(2) { BatchesPerEpoch = 3, LastBatchSize = 1 };

        var result = gan.Trainer.Fit(source, TrainingLength.Rounds(5));

        Assert.Equal(4 + 4 + 1 + 4 + 4, result.SamplesSeen);
        Assert.Equal(4 + 4 + 1 + 4 + 4, gan.Trainer.SamplesSeen);
        Assert.Equal(5, gan.Trainer.BatchesDrawn);
        Assert.Equal(["generate 1 2-2", "generate 1 3-2"], gan.Journal.Entries.Where(entry => entry.StartsWith("generate 1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Fit_GeneratorFirstAndLossThatNeedsRealLogits_AnEpochDrawsEachBatchOnce()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Loss = new PairedLoss(), Order = PlayerOrder.GeneratorFirst });
        using var source = new NoiseSource(2) { BatchesPerEpoch = 4 };

        gan.Trainer.Fit(source, TrainingLength.Epochs(1));

        Assert.Equal(4, gan.Trainer.BatchesDrawn);
    }

    private static IReadOnlyList<string> SecondRound(GanTrainerOptions options)
    {
        using var gan = new TinyGan(options);
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));
        gan.Journal.Clear();
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));
        return gan.Journal.Entries;
    }
}
