using Gan.Net.Training;

namespace Gan.Net.Mlp.Tests;

public sealed class MlpTrainingTests
{
    private static readonly MlpOptions Images = MlpOptions.Mnist with { GeneratorWidths = [33, 70], DiscriminatorWidths = [65, 31] };

    [Theory]
    [InlineData(LatentReuse.Fresh, 0)]
    [InlineData(LatentReuse.Shared, 0)]
    [InlineData(LatentReuse.Fresh, 1e-3)]
    public void Fit_Ring200Rounds_EqualsTheTextbookLoop(LatentReuse latents, double weightDecay)
    {
        var adam = new AdamSettings { LearningRate = 1e-3, WeightDecay = weightDecay };
        AssertEqualsTextbook(
            MlpOptions.Ring, new NoiseSource(2) { BatchSize = 64 },
            new GanTrainerOptions { Latents = latents, GeneratorOptimizer = adam, DiscriminatorOptimizer = adam }, 200);
    }

    [Theory]
    [InlineData(LatentReuse.Fresh)]
    [InlineData(LatentReuse.Shared)]
    public void Fit_Images100Rounds_EqualsTheTextbookLoop(LatentReuse latents) =>
        AssertEqualsTextbook(Images, new NoiseSource(1, 28, 28) { BatchSize = 16 }, new GanTrainerOptions { Latents = latents }, 100);

    [Fact]
    public void Fit_SameSeedTwice_WeightsAreTheSameBits() =>
        Weights.AssertSame(Train(MlpOptions.Ring, new GanTrainerOptions(), 100), Train(MlpOptions.Ring, new GanTrainerOptions(), 100));

    [Fact]
    public void Fit_AnotherSeed_WeightsDiffer() =>
        Weights.AssertDiffer(Train(MlpOptions.Ring, new GanTrainerOptions(), 5), Train(MlpOptions.Ring, new GanTrainerOptions { Seed = 1 }, 5));

    [Fact]
    public void Fit_TwoTrainersOnTwoThreads_EachEqualsItsSoloRun()
    {
        var options = new[] { 5L, 6L }.Select(seed => new GanTrainerOptions { Seed = seed }).ToArray();
        var together = new SortedDictionary<string, double[]>[2];
        using var start = new Barrier(2);
        var threads = options.Select((option, i) => new Thread(() =>
        {
            start.SignalAndWait();
            together[i] = Train(Images, option, 30);
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        for (var i = 0; i < 2; i++)
        {
            Weights.AssertSame(Train(Images, options[i], 30), together[i]);
        }
    }

    private static void AssertEqualsTextbook(MlpOptions model, NoiseSource source, GanTrainerOptions options, int rounds)
    {
        using var generator = new MlpGenerator(model);
        using var discriminator = new MlpDiscriminator(model);
        var untrained = Weights.Of(generator, discriminator);
        TextbookLoop.Play(generator, discriminator, source, options, rounds);
        var expected = Weights.Of(generator, discriminator);

        Weights.AssertDiffer(untrained, expected);
        // Real and generated samples are scored in one call, so that sums over a batch are taken in another order.
        Weights.AssertNear(expected, Train(model, options, rounds, source), 1e-6);
    }

    private static SortedDictionary<string, double[]> Train(MlpOptions model, GanTrainerOptions options, int rounds, NoiseSource? source = null)
    {
        using var generator = new MlpGenerator(model);
        using var discriminator = new MlpDiscriminator(model);
        using var trainer = new GanTrainer(generator, discriminator, options);
        trainer.Fit(source ?? new NoiseSource([.. model.SampleShape]) { BatchSize = 16 }, TrainingLength.Rounds(rounds));
        return Weights.Of(generator, discriminator);
    }
}
