using Gan.Net.Conditional;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.TestSupport;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan.Tests;

public sealed class DcganLabelTests
{
    private static readonly DcganOptions _options = DcganOptions.Mnist28 with { Width = 4, Classes = 10 };

    public static TheoryData<string> Games => ["concatenation", "batch norm", "projection", "auxiliary"];

    [Theory]
    [InlineData(DcganLabels.Concatenation)]
    [InlineData(DcganLabels.BatchNorm)]
    public void Generate_AnotherLabel_GivesAnotherImage(DcganLabels labels)
    {
        using var scope = NewDisposeScope();
        using var generator = new DcganGenerator(_options with { GeneratorLabels = labels });
        generator.eval();
        Unlike(generator);
        var latents = randn(1, 100).expand(3, -1);

        var images = generator.Generate(latents, tensor(new[] { 4L, 4, 7 }));

        Assert.Equal([3L, 1, 28, 28], images.shape);
        Assert.True(images[0].allclose(images[1], 1e-5, 1e-6));
        Assert.False(images[0].allclose(images[2], 1e-2, 1e-3));
        Assert.Equal(10, generator.Condition.ClassCount);
    }

    [Fact]
    public void Score_AnotherLabel_GivesAnotherLogit()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new DcganDiscriminator(_options);
        discriminator.eval();
        var images = randn(1, 1, 28, 28).expand(3, -1, -1, -1);

        var logits = discriminator.Score(images, tensor(new[] { 4L, 4, 7 })).data<float>().ToArray();

        Assert.Equal(logits[0], logits[1], 1e-5);
        Assert.NotEqual(logits[0], logits[2], 1e-5);
    }

    [Fact]
    public void Create_Classes_CountsTheirNumbersAndNothingElse()
    {
        var plain = DcganOptions.Mnist28;
        var joined = plain with { Classes = 10 };

        // 10 · 50 numbers, and a first kernel of 50 more inputs; 10 planes, and a first kernel of one more.
        Assert.Equal(Count(new DcganGenerator(plain)) + 500 + 50 * 128 * 49, Count(new DcganGenerator(joined)));
        Assert.Equal(Count(new DcganDiscriminator(plain)) + 10 * 784 + 64 * 16, Count(new DcganDiscriminator(joined)));

        // Two norms of 128 and 64 channels: ten scales and shifts instead of one.
        Assert.Equal(
            Count(new DcganGenerator(plain)) + 9 * 2 * (128 + 64), Count(new DcganGenerator(joined with { GeneratorLabels = DcganLabels.BatchNorm })));
    }

    [Fact]
    public void StateDict_Concatenation_HasTheApprovedKeys()
    {
        using var generator = new DcganGenerator(_options);
        using var discriminator = new DcganDiscriminator(_options);
        using var plainGenerator = new DcganGenerator(_options with { Classes = 0 });
        using var plainDiscriminator = new DcganDiscriminator(_options with { Classes = 0 });

        AssertKeys(["labels.weight", .. plainGenerator.state_dict().Keys], generator);
        AssertKeys(["labels.weight", .. plainDiscriminator.state_dict().Keys], discriminator);
    }

    [Fact]
    public void StateDict_BatchNorm_HasTheApprovedKeys()
    {
        using var generator = new DcganGenerator(_options with { GeneratorLabels = DcganLabels.BatchNorm });

        AssertKeys(["layers.0.weight", .. NormKeys(1), "layers.3.weight", .. NormKeys(4), "layers.6.weight"], generator);
    }

    [Fact]
    public void Create_Twice_HasTheSameWeights()
    {
        using var first = new DcganGenerator(_options);
        using var second = new DcganGenerator(_options);
        using var other = new DcganGenerator(_options with { Seed = 1 });

        Weights.AssertSame(Weights.Of(first), Weights.Of(second));
        Assert.NotEqual(Weights.Of(first)["0.labels.weight"], Weights.Of(other)["0.labels.weight"]);
    }

    [Fact]
    public void Generate_NoLabels_SaysWhatIsMissing()
    {
        using var scope = NewDisposeScope();
        using var generator = new DcganGenerator(_options);
        using var discriminator = new DcganDiscriminator(_options);

        Assert.Equal(
            "DcganGenerator is conditional and needs class labels [4]; none were given. Pass one for each sample. (Parameter 'condition')",
            Assert.Throws<ArgumentException>("condition", () => generator.Generate(zeros(4, 100))).Message);
        Assert.Equal(
            "DcganDiscriminator is conditional and needs class labels [4]; none were given. Pass one for each sample. (Parameter 'condition')",
            Assert.Throws<ArgumentException>("condition", () => discriminator.Score(zeros(4, 1, 28, 28))).Message);
    }

    [Fact]
    public void Forward_BatchNormWithoutLabels_SaysWhatToCall()
    {
        using var scope = NewDisposeScope();
        using var generator = new DcganGenerator(_options with { GeneratorLabels = DcganLabels.BatchNorm });

        var failure = Assert.Throws<InvalidOperationException>(() => generator.call(zeros(4, 100)));

        Assert.Equal("The batch norms of this DcganGenerator need labels. Call Generate with them.", failure.Message);
    }

    // Every way to condition, through the trainer, with a penalty that differentiates twice.
    [Theory]
    [MemberData(nameof(Games))]
    public void Fit_Conditional_MovesEveryParameter(string game)
    {
        using var threads = new OneThread();
        var options = _options with { GeneratorLabels = game == "batch norm" ? DcganLabels.BatchNorm : DcganLabels.Concatenation, DiscriminatorNorm = Norm.None };
        using var generator = new DcganGenerator(options);
        using IDiscriminator discriminator = game switch
        {
            "projection" => new ProjectionDiscriminator(new DcganDiscriminator(options with { Classes = 0 }), 10),
            "auxiliary" => AuxiliaryDiscriminator.ForClasses(new DcganDiscriminator(options with { Classes = 0 }), 10),
            _ => new DcganDiscriminator(options),
        };
        IRegularizer[] regularizers = game == "auxiliary" ? [new R1Penalty(), new AuxiliaryClassPenalty()] : [new R1Penalty()];
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Loss = new RelativisticPairingLoss(), Regularizers = regularizers });
        using var source = new NoiseSource(1, 28, 28) { Labelled = true, Classes = 10, BatchSize = 40 };
        var before = Weights.Of(generator, discriminator.Module);

        trainer.Fit(source, TrainingLength.Rounds(2));

        var after = Weights.Of(generator, discriminator.Module);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, pair => Assert.NotEqual(pair.Value, after[pair.Key]));
        Assert.All(after.Values, values => Assert.All(values, value => Assert.True(double.IsFinite(value))));
    }

    // A label's scale starts the same for every class.
    private static void Unlike(DcganGenerator generator)
    {
        using var random = new Generator(3, CPU);
        using var still = no_grad();
        foreach (var (name, parameter) in generator.named_parameters().Where(named => named.name.EndsWith("shift", StringComparison.Ordinal)))
        {
            parameter.normal_(0, 1, random);
        }
    }

    private static long Count(nn.Module module)
    {
        using (module)
        {
            return module.parameters().Sum(parameter => parameter.numel());
        }
    }

    private static void AssertKeys(IEnumerable<string> approved, nn.Module module) =>
        Assert.Equal(approved.Order(StringComparer.Ordinal), module.state_dict().Keys.Order(StringComparer.Ordinal));

    private static string[] NormKeys(int layer) =>
        [.. new[] { "scale", "shift", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked" }.Select(part => $"layers.{layer}.{part}")];
}
