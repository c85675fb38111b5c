using Gan.Net.Layers;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Layers;

public sealed class PackedDiscriminatorTests
{
    [Fact]
    public void Score_Vectors_JoinsNeighboursFeatures()
    {
        using var scope = NewDisposeScope();
        var inner = new LinearCritic(1, 10, 100, 1000);
        using var packed = new PackedDiscriminator(inner);

        var logits = packed.Score(tensor(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 } }));

        Assert.Equal([4321.0, 8765], logits.data<double>().ToArray());
        Assert.Equal(2, packed.SamplesPerLogit);
        Assert.Same(inner, packed.Module);
    }

    [Fact]
    public void Score_Images_JoinsNeighboursChannels()
    {
        using var scope = NewDisposeScope();
        long[] shape = [];
        using var inner = new TinyDiscriminator();
        using var packed = new PackedDiscriminator(new Watching(inner, samples => shape = samples.shape), 3);

        packed.Score(zeros(6, 2, 4, 5));

        Assert.Equal([2L, 6, 4, 5], shape);
    }

    [Fact]
    public void Score_PacksOfPacks_JoinAllOfThem()
    {
        using var scope = NewDisposeScope();
        using var packed = new PackedDiscriminator(new PackedDiscriminator(new LinearCritic(1, 10, 100, 1000)), 2);

        var logits = packed.Score(tensor(new double[,] { { 1 }, { 2 }, { 3 }, { 4 } }));

        Assert.Equal([4321.0], logits.data<double>().ToArray());
        Assert.Equal(4, packed.SamplesPerLogit);
    }

    [Fact]
    public void Score_SamplesThatFillNoPack_SaysWhatToChoose()
    {
        using var scope = NewDisposeScope();
        using var packed = new PackedDiscriminator(new LinearCritic(1, 1), 2);

        var failure = Assert.Throws<ArgumentException>("samples", () => packed.Score(zeros(5, 1)));

        Assert.StartsWith(
            "The samples are [5, 1], which do not fill packs of 2. Choose a batch size that is a multiple of it, and a source that drops a smaller last batch.",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Score_Condition_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var packed = new PackedDiscriminator(new LinearCritic(1, 1));

        Assert.Throws<ArgumentException>("condition", () => packed.Score(zeros(4, 1), zeros(4)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Fit_PackedDiscriminator_TrainsWithPenaltiesOverPacks(int size)
    {
        using var scope = NewDisposeScope();
        var inner = new SmoothCritic(2 * size, ScalarType.Float32);
        using var packed = new PackedDiscriminator(inner, size);
        using var generator = new TinyGenerator();
        using var source = new NoiseSource(2) { BatchSize = 8 };
        using var trainer = new GanTrainer(generator, packed, new GanTrainerOptions
        {
            Loss = new RelativisticPairingLoss(),
            Regularizers = [new R1Penalty(), new R2Penalty(), new WganGpPenalty(), new LeCamPenalty()],
        });
        var (criticBefore, generatorBefore) = (Weights.Of(inner), Weights.Of(generator));

        Assert.Equal(5, trainer.Fit(source, TrainingLength.Rounds(5)).Rounds);

        Weights.AssertDiffer(criticBefore, Weights.Of(inner));
        Weights.AssertDiffer(generatorBefore, Weights.Of(generator));
    }

    [Fact]
    public void Fit_BatchThatFillsNoPack_IsRefusedBeforeTheFirstStep()
    {
        using var scope = NewDisposeScope();
        using var packed = new PackedDiscriminator(new SmoothCritic(6, ScalarType.Float32), 3);
        using var generator = new TinyGenerator();
        using var source = new NoiseSource(2);
        using var trainer = new GanTrainer(generator, packed);

        Assert.Throws<ArgumentException>("samples", () => trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal(0, trainer.Rounds);
    }

    // The slope is (3, -4) over a pack of two samples: its length is 5 for the pack, whichever samples are in it.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Penalty_Packs_AreTakenAsOneInput(int packs)
    {
        using var scope = NewDisposeScope();
        var packed = new PackedDiscriminator(new LinearCritic(3, -4));
        using var game = new PenaltyGame(
            packed, new FixedGenerator(1), zeros(2 * packs, 1, dtype: ScalarType.Float64), ones(2 * packs, 1, dtype: ScalarType.Float64));

        Assert.Equal(125, game.ForDiscriminator(new R1Penalty()).mean().ToDouble(), 1e-9);
        Assert.Equal(160, game.ForDiscriminator(new WganGpPenalty()).mean().ToDouble(), 1e-8);
    }

    [Fact]
    public void UniformPerSample_Packs_ShareOneNumber()
    {
        using var scope = NewDisposeScope();
        var inner = new LinearCritic(3, -4);
        using var game = new PenaltyGame(
            new PackedDiscriminator(inner), new FixedGenerator(1), zeros(6, 1, dtype: ScalarType.Float64), ones(6, 1, dtype: ScalarType.Float64));

        game.ForDiscriminator(new WganGpPenalty());

        var shares = inner.Scored[2];
        Assert.Equal(3, shares.Distinct().Count());
        Assert.Equal([shares[0], shares[2], shares[4]], [shares[1], shares[3], shares[5]]);
    }

    private sealed class Watching(IDiscriminator inner, Action<Tensor> seen) : IDiscriminator
    {
        public nn.Module Module => inner.Module;

        public DiscriminatorOutput Score(DiscriminatorInput input)
        {
            seen(input.Samples);
            return new DiscriminatorOutput { Logits = input.Samples.flatten(1).sum(1) };
        }

        public void Dispose()
        {
        }
    }
}
