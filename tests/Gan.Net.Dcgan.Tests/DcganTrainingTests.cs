using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan.Tests;

[Collection(nameof(Alone))]
public sealed class DcganTrainingTests
{
    private const long MaxGrowth = 2 << 20;

    private static readonly DcganOptions Model = DcganOptions.Mnist28 with { Width = 8, Latent = new LatentSpace { Size = 20 } };

    [Theory]
    [InlineData(LatentReuse.Fresh)]
    [InlineData(LatentReuse.Shared)]
    public void Fit_20Rounds_EqualsTheTextbookLoopBitForBit(LatentReuse latents)
    {
        var options = new GanTrainerOptions { Latents = latents };
        using var generator = new DcganGenerator(Model);
        using var discriminator = new DcganDiscriminator(Model);
        using var source = Source();
        var untrained = Weights.Of(generator, discriminator);
        TextbookLoop.Play(generator, discriminator, source, options, 20);
        var expected = Weights.Of(generator, discriminator);

        Weights.AssertDiffer(untrained, expected);
        Weights.AssertSame(expected, Train(options, 20));
    }

    [Fact]
    public void Fit_SameSeedTwice_WeightsAreTheSameBits() =>
        Weights.AssertSame(Train(new GanTrainerOptions(), 10), Train(new GanTrainerOptions(), 10));

    [Fact]
    public void Fit_AnotherSeed_WeightsDiffer() =>
        Weights.AssertDiffer(Train(new GanTrainerOptions(), 2), Train(new GanTrainerOptions { Seed = 1 }, 2));

    [Fact]
    public void Fit_TwoTrainersOnTwoThreads_EachEqualsItsSoloRun()
    {
        var options = new[] { 5L, 6L }.Select(seed => new GanTrainerOptions { Seed = seed }).ToArray();
        var together = new SortedDictionary<string, double[]>[2];
        using var start = new Barrier(2);
        var threads = options.Select((option, i) => new Thread(() =>
        {
            start.SignalAndWait();
            together[i] = Train(option, 10);
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        for (var i = 0; i < 2; i++)
        {
            Weights.AssertSame(Train(options[i], 10), together[i]);
        }
    }

    // Looking at samples must not move the running statistics: the next rounds would go on from other ones.
    [Fact]
    public void Fit_Watched_LearnsTheSameAsUnwatched() =>
        Weights.AssertSame(Train(new GanTrainerOptions(), 6), Train(new GanTrainerOptions(), 6, new Sampling()));

    [Fact]
    public void Fit_300Rounds_HoldsTheSameTensors() => AssertHoldsTheSameTensors(300);

    [LongFact]
    public void Fit_5000Rounds_HoldsTheSameTensorsAndMemory() =>
        Assert.InRange(AssertHoldsTheSameTensors(5000, warmUp: 1000), long.MinValue, MaxGrowth);

    [Theory]
    [InlineData(LatentReuse.Fresh)]
    [InlineData(LatentReuse.Shared)]
    public void Fit_Rounds_LeaveNoTensorToTheFinalizer(LatentReuse latents)
    {
        using var source = Source();
        using var generator = new DcganGenerator(Model);
        using var discriminator = new DcganDiscriminator(Model);
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Latents = latents });
        trainer.Fit(source, TrainingLength.Rounds(10));

        Assert.Equal(0, Footprint.TensorsLeftBy(() => trainer.Fit(source, TrainingLength.Rounds(10), [new Sampling()])));
    }

    // Returns by how much resident memory grew over the last half. The warm-up is for the C allocator: it takes about two thousand
    // rounds to have seen every size in every order, and then stays where it is.
    private static long AssertHoldsTheSameTensors(int rounds, int warmUp = 50)
    {
        using var oneThread = new OneThread();
        using var source = Source();
        using var generator = new DcganGenerator(Model);
        using var discriminator = new DcganDiscriminator(Model);
        using var trainer = new GanTrainer(generator, discriminator);
        trainer.Fit(source, TrainingLength.Rounds(warmUp));
        var tensors = Footprint.SettledTensors();

        trainer.Fit(source, TrainingLength.Rounds(rounds / 2));
        var half = OperatingSystem.IsLinux() ? Footprint.ResidentBytes() : 0;
        trainer.Fit(source, TrainingLength.Rounds(rounds / 2));

        Assert.Equal(warmUp + rounds, trainer.Rounds);
        Assert.Equal(tensors, Tensor.TotalCount);
        return OperatingSystem.IsLinux() ? Footprint.ResidentBytes() - half : 0;
    }

    private static NoiseSource Source() => new(1, 28, 28) { BatchSize = 8 };

    private static SortedDictionary<string, double[]> Train(GanTrainerOptions options, int rounds, params TrainingHook[] hooks)
    {
        using var source = Source();
        using var generator = new DcganGenerator(Model);
        using var discriminator = new DcganDiscriminator(Model);
        using var trainer = new GanTrainer(generator, discriminator, options);
        trainer.Fit(source, TrainingLength.Rounds(rounds), hooks);
        return Weights.Of(generator, discriminator);
    }

    private sealed class Sampling : TrainingHook
    {
        public override long Every => 2;

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => views[0].Sample(3).Dispose();
    }
}
