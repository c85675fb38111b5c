using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

public sealed class GradientAccumulationTests
{
    private const int Parts = 4;

    public static TheoryData<GanTrainerOptions> Games => new(
        new GanTrainerOptions(),
        new() { Loss = new RelativisticPairingLoss(), Regularizers = [new R1Penalty { Gamma = 1 }, new R2Penalty { Gamma = 1 }] },
        new() { Loss = new WassersteinLoss(), DiscriminatorSteps = 3, AfterDiscriminatorStep = [new WeightClipping { Bound = .1 }] },
        new() { Loss = new RelativisticPairingLoss(), Order = PlayerOrder.GeneratorFirst });

    // Sixteen latents of three numbers fill the engine's draws of sixteen, so the small batches' latents are the large one's.
    [Theory]
    [MemberData(nameof(Games))]
    public void Fit_SmallBatchesTogether_StepAsOneLargeBatch(GanTrainerOptions game)
    {
        var options = game with { GeneratorOptimizer = new SgdSettings { LearningRate = .1 }, DiscriminatorOptimizer = new SgdSettings { LearningRate = .1 } };
        using var parts = new NoiseSource(2) { BatchSize = 16 };
        using var joined = new JoinedSource(parts, Parts);
        var (large, _) = Play(options, joined, 8);

        var (small, trainer) = Play(options with { GradientAccumulation = Parts }, parts, 8);
        var (without, _) = Play(options, parts, 8);

        foreach (var (key, values) in large)
        {
            Assert.All(values.Zip(small[key]), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }

        Assert.Contains(large, pair => pair.Value.Zip(without[pair.Key]).Any(two => Math.Abs(two.First - two.Second) > 1e-3));
        var turns = options.DiscriminatorSteps + (options.Order == PlayerOrder.GeneratorFirst ? 1 : 0);
        Assert.Equal((8 * turns * Parts * 16, 8 * turns * Parts), trainer);
    }

    [Fact]
    public void Fit_Samples_CountsTheSmallBatches()
    {
        using var gan = new TinyGan(new GanTrainerOptions { GradientAccumulation = 3, DiscriminatorSteps = 2 });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Samples(49));

        Assert.Equal((3, 72), (gan.Trainer.Rounds, gan.Trainer.SamplesSeen));
    }

    [Fact]
    public void Fit_NumberOfTensors_StaysTheSame()
    {
        using var gan = new TinyGan(new GanTrainerOptions { GradientAccumulation = 3, DiscriminatorSteps = 2, Loss = new RelativisticPairingLoss() });
        using var source = new NoiseSource(2);
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(0, Footprint.TensorsLeftBy(() => gan.Trainer.Fit(source, TrainingLength.Rounds(20))));
    }

    [Fact]
    public void Create_SharedLatents_IsRefused()
    {
        var failure = Assert.Throws<ArgumentException>(() => new TinyGan(new GanTrainerOptions { GradientAccumulation = 2, Latents = LatentReuse.Shared }));

        Assert.Equal("GanTrainerOptions: GradientAccumulation must be 1 when latents are Shared, was 2.", failure.Message);
    }

    private static (SortedDictionary<string, double[]> Weights, (long Samples, long Batches) Seen) Play(GanTrainerOptions options, IBatchSource<Batch> source, int rounds)
    {
        using var gan = new TinyGan(options);
        gan.Trainer.Fit(source, TrainingLength.Rounds(rounds));
        return (gan.Weights, (gan.Trainer.SamplesSeen, gan.Trainer.BatchesDrawn));
    }
}
