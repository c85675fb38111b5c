using Gan.Net.Conditional;
using Gan.Net.Regularizers;
using Gan.Net.TestSupport;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Mlp.Tests;

public sealed class MlpLabelTests
{
    private static readonly MlpOptions _options = MlpOptions.Ring with { Classes = 8 };

    [Fact]
    public void Generate_AnotherLabel_GivesAnotherSample()
    {
        using var scope = NewDisposeScope();
        using var generator = new MlpGenerator(_options);

        var samples = generator.Generate(randn(1, 10).expand(3, -1), tensor(new[] { 4L, 4, 7 }));

        Assert.Equal([3L, 2], samples.shape);
        Assert.True(samples[0].allclose(samples[1], 1e-5, 1e-6));
        Assert.False(samples[0].allclose(samples[2], 1e-2, 1e-3));
    }

    [Fact]
    public void Score_AnotherLabel_GivesAnotherLogit()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new MlpDiscriminator(_options);

        var logits = discriminator.Score(randn(1, 2).expand(3, -1), tensor(new[] { 4L, 4, 7 })).data<float>().ToArray();

        Assert.Equal(logits[0], logits[1], 1e-6);
        Assert.NotEqual(logits[0], logits[2], 1e-6);
    }

    [Fact]
    public void Score_WithFeatures_IsTheScoreWithout()
    {
        using var scope = NewDisposeScope();
        foreach (var widths in new int[][] { [32, 16], [] })
        {
            using var discriminator = new MlpDiscriminator(_options with { DiscriminatorWidths = widths });
            var (samples, labels) = (randn(4, 2), tensor(new[] { 4L, 0, 7, 1 }));

            var said = discriminator.Score(new DiscriminatorInput { Samples = samples, Condition = labels, WantsFeatures = true });

            Assert.Equal(discriminator.FeatureCount, said.Features[^1].shape[1]);
            Assert.True(discriminator.Score(samples, labels).allclose(said.Logits, 1e-5, 1e-6));
        }
    }

    [Fact]
    public void StateDict_Classes_AddsTheirNumbers()
    {
        using var generator = new MlpGenerator(_options);
        using var discriminator = new MlpDiscriminator(_options with { LabelSize = 4 });

        Assert.Equal([8L, 10], generator.state_dict()["labels.weight"].shape);
        Assert.Equal([64L, 20], generator.state_dict()["layers.0.weight"].shape);
        Assert.Equal([8L, 4], discriminator.state_dict()["labels.weight"].shape);
        Assert.Equal([32L, 6], discriminator.state_dict()["layers.0.weight"].shape);
    }

    [Fact]
    public void Create_LabelsThatCannotBe_AreNamed()
    {
        var failure = Assert.Throws<ArgumentException>(() => new MlpGenerator(_options with { Classes = -1, LabelSize = 0 }));

        Assert.Equal("MlpOptions: Classes must be at least 0, was -1; LabelSize must be at least 1, was 0.", failure.Message);
    }

    [Fact]
    public void Generate_NoLabels_SaysWhatIsMissing()
    {
        using var scope = NewDisposeScope();
        using var generator = new MlpGenerator(_options);
        using var discriminator = new MlpDiscriminator(_options);

        Assert.Equal(
            "MlpGenerator is conditional and needs class labels [4]; none were given. Pass one for each sample. (Parameter 'condition')",
            Assert.Throws<ArgumentException>("condition", () => generator.Generate(zeros(4, 10))).Message);
        Assert.Equal(
            "MlpDiscriminator is conditional and needs class labels [4]; none were given. Pass one for each sample. (Parameter 'condition')",
            Assert.Throws<ArgumentException>("condition", () => discriminator.Score(zeros(4, 2))).Message);
    }

    // What InfoGAN promises: without a single label the category finds the corners, and the sample shows its code.
    [Fact]
    public void Fit_InfoGan_SamplesShowTheirCodes()
    {
        using var threads = new OneThread();
        var codes = new LatentCodes { Categories = [4] };
        var options = MlpOptions.Ring with { Latent = new LatentSpace { Size = 8, Codes = codes }, DiscriminatorWidths = [64, 64], DiscriminatorSlope = .2 };
        using var generator = new MlpGenerator(options);
        using var discriminator = AuxiliaryDiscriminator.ForCodes(new MlpDiscriminator(options), codes, hiddenWidth: 32);
        var adam = new AdamSettings { LearningRate = 2e-3 };
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions
        {
            GeneratorOptimizer = adam,
            DiscriminatorOptimizer = adam,
            Regularizers = [new MutualInformationPenalty(), new R1Penalty { Gamma = .2 }],
        });
        using var source = new FourPoints();
        var last = double.NaN;
        var watch = new ProgressHook(new Heard(report => last = report.Values["generator." + nameof(MutualInformationPenalty)]), 500);

        trainer.Fit(source, TrainingLength.Rounds(1000), [watch]);

        // The whole category is told: minus ln 4, but for little.
        Assert.InRange(last, -Math.Log(4), -Math.Log(4) + .1);
    }

    private sealed class Heard(Action<TrainingReport> look) : IProgress<TrainingReport>
    {
        public void Report(TrainingReport value) => look(value);
    }

    private sealed class FourPoints : IBatchSource<Batch>
    {
        public int BatchSize => 64;

        public long? BatchesPerEpoch => null;

        public Batch GetBatch(long index)
        {
            using var random = new Generator(SeededRandom.Derive(9, (ulong)index), CPU);
            using var scope = NewDisposeScope();
            var corners = randint(2, [BatchSize, 2], ScalarType.Int64, generator: random).mul(2).sub(1).to(ScalarType.Float32);
            return new Batch(scope.MoveToOuter(corners.add(randn(BatchSize, 2, generator: random).mul(.1f))));
        }

        public void Dispose()
        {
        }
    }
}
