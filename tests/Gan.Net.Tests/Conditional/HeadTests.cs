using Gan.Net.Conditional;
using Gan.Net.Layers;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Conditional;

/// <summary>Heads that make a conditional discriminator of any backbone with features.</summary>
public sealed class HeadTests
{
    [Fact]
    public void Score_Projection_IsTheBackbonesLogitPlusTheClassesProduct()
    {
        using var scope = NewDisposeScope();
        var backbone = Backbone();
        using var head = new ProjectionDiscriminator(backbone, 3);
        var samples = Samples(4);
        var labels = tensor(new[] { 2L, 0, 1, 2 });

        var scored = head.Score(samples, labels).data<float>().ToArray();

        var alone = backbone.Score(samples).data<float>().ToArray();
        var features = FeaturesOf(backbone, samples).data<float>().ToArray();
        var vectors = head.state_dict()["projection.weight"].data<float>().ToArray();
        var width = (int)backbone.FeatureCount;
        for (var i = 0; i < 4; i++)
        {
            var label = (int)labels[i].ToInt64();
            var product = Enumerable.Range(0, width).Sum(j => features[i * width + j] * vectors[label * width + j]);
            Assert.Equal(alone[i] + product, scored[i], 1e-5);
        }

        Assert.Equal(ConditionSpace.Classes(3), head.Condition);
    }

    [Theory]
    [InlineData(WeightNorm.None, "backbone.bias backbone.first backbone.head backbone.last projection.weight")]
    [InlineData(WeightNorm.Spectral, "backbone.bias backbone.first backbone.head backbone.last projection.layer.weight projection.u")]
    public void StateDict_Projection_HasTheApprovedKeys(WeightNorm norm, string keys)
    {
        using var head = new ProjectionDiscriminator(Backbone(), 3, norm);

        Assert.Equal(keys, string.Join(' ', head.state_dict().Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Score_SpectralProjection_UsesTheNormalisedVectors()
    {
        using var scope = NewDisposeScope();
        var backbone = Backbone();
        using var head = new ProjectionDiscriminator(backbone, 3, WeightNorm.Spectral);
        var (samples, labels) = (Samples(4), tensor(new[] { 2L, 0, 1, 2 }));
        using (no_grad())
        {
            for (var i = 0; i < 50; i++)
            {
                head.Score(samples, labels);
            }
        }

        var largest = linalg.svdvals(head.state_dict()["projection.layer.weight"]).max();
        var product = head.state_dict()["projection.layer.weight"].index_select(0, labels).div(largest).mul(FeaturesOf(backbone, samples)).sum(1);

        Assert.True(backbone.Score(samples).add(product).allclose(head.Score(samples, labels), 1e-4, 1e-5));
    }

    [Fact]
    public void Score_Classes_AreALinearLayerOnTheFeatures()
    {
        using var scope = NewDisposeScope();
        var backbone = Backbone();
        using var head = AuxiliaryDiscriminator.ForClasses(backbone, 3);
        var samples = Samples(4);

        var said = head.Score(new DiscriminatorInput { Samples = samples, Condition = tensor(new[] { 2L, 0, 1, 2 }) });
        var (logits, told) = (said.Logits, said.Auxiliary!);

        var state = head.state_dict();
        var expected = FeaturesOf(backbone, samples).matmul(state["head.0.weight"].t()).add(state["head.0.bias"]);
        Assert.True(expected.allclose(told, 1e-5, 1e-6));
        Assert.Equal(backbone.Score(samples).data<float>().ToArray(), logits.data<float>().ToArray());
        Assert.Equal(head.Score(samples).data<float>().ToArray(), logits.data<float>().ToArray());
        Assert.Equal(ConditionSpace.Classes(3), head.Condition);
    }

    [Theory]
    [InlineData(0, "backbone.bias backbone.first backbone.head backbone.last head.0.bias head.0.weight")]
    [InlineData(7, "backbone.bias backbone.first backbone.head backbone.last head.0.bias head.0.weight head.2.bias head.2.weight")]
    public void Score_Codes_TellsAsManyNumbers(int hidden, string keys)
    {
        using var scope = NewDisposeScope();
        using var head = AuxiliaryDiscriminator.ForCodes(Backbone(), LatentCodes.Mnist, hidden);

        Assert.Equal([4L, 12], head.Score(new DiscriminatorInput { Samples = Samples(4) }).Auxiliary!.shape);
        Assert.True(head.Condition.IsNone);
        Assert.Equal(keys, string.Join(' ', head.state_dict().Keys.Order(StringComparer.Ordinal)));
    }

    // One forward pass of the backbone for the score and for what else is told.
    [Fact]
    public void Fit_AuxiliaryHead_RunsTheBackboneOnceForEachBatchScored()
    {
        using var generator = new SmoothGenerator([2], ScalarType.Float32) { Classes = 3 };
        var backbone = new CountingBackbone();
        using var head = AuxiliaryDiscriminator.ForClasses(backbone, 3);
        using var trainer = new GanTrainer(generator, head, new GanTrainerOptions { Regularizers = [new AuxiliaryClassPenalty()] });
        using var source = new NoiseSource(2) { Labelled = true, Classes = 3 };

        trainer.Fit(source, TrainingLength.Rounds(4));

        Assert.Equal(2 + 4 * 3, backbone.Calls); // the check of scores and that of gradients, then real, fake and the generator's fake
    }

    [Fact]
    public void Create_ConditionalBackbone_IsRefused()
    {
        using var backbone = new SmoothCritic(2, ScalarType.Float32) { Classes = 5 };

        var failure = Assert.Throws<ArgumentException>("inner", () => new ProjectionDiscriminator(backbone, 5));

        Assert.StartsWith(
            "ProjectionDiscriminator tells its backbone no condition; SmoothCritic takes labels of 5 classes. Make it without a condition.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_ProjectionWithoutLabels_SaysWhatIsMissing()
    {
        using var scope = NewDisposeScope();
        using var head = new ProjectionDiscriminator(Backbone(), 3);

        var failure = Assert.Throws<ArgumentException>("condition", () => head.Score(Samples(4)));

        Assert.StartsWith("ProjectionDiscriminator is conditional and needs class labels [4]; none were given. Pass one for each sample.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_LabelsOfAnotherShapeOrType_SaysWhatIsExpected()
    {
        using var scope = NewDisposeScope();
        using var head = new ProjectionDiscriminator(Backbone(), 3);

        var failure = Assert.Throws<ArgumentException>("condition", () => head.Score(Samples(4), zeros(4, 3)));

        Assert.StartsWith("ProjectionDiscriminator needs class labels [4] (int64), one for each sample; Float32 [4, 3] was given.", failure.Message, StringComparison.Ordinal);
    }

    // A game the generator can win only by following its label: the data is the label's corner.
    [Theory]
    [InlineData("projection")]
    [InlineData("auxiliary")]
    public void Fit_Heads_TeachTheGeneratorItsClasses(string name)
    {
        using var threads = new OneThread();
        using var generator = new CornerGenerator();
        using IDiscriminator head = name == "projection"
            ? new ProjectionDiscriminator(Backbone(16), 3)
            : AuxiliaryDiscriminator.ForClasses(Backbone(16), 3);
        using var source = new CornerSource();
        var adam = new AdamSettings { LearningRate = 1e-2 };
        using var trainer = new GanTrainer(generator, head, new GanTrainerOptions
        {
            GeneratorOptimizer = adam,
            DiscriminatorOptimizer = adam,
            Regularizers = name == "projection" ? [new R1Penalty { Gamma = .1 }] : [new R1Penalty { Gamma = .1 }, new AuxiliaryClassPenalty()],
        });

        trainer.Fit(source, TrainingLength.Rounds(600));

        using var scope = NewDisposeScope();
        using var random = new Generator(3, CPU);
        var labels = arange(300).remainder(3);
        var samples = generator.Generate(generator.Latent.Sample(300, random), labels);
        var nearest = samples.unsqueeze(1).sub(CornerSource.Corners.unsqueeze(0)).square().sum(2).argmin(1);
        Assert.InRange(nearest.eq(labels).to(ScalarType.Float32).mean().ToSingle(), .98, 1);
    }

    private static Tensor FeaturesOf(SmoothCritic backbone, Tensor samples) =>
        backbone.Score(new DiscriminatorInput { Samples = samples, WantsFeatures = true }).Features[^1];

    private static SmoothCritic Backbone(long hidden = 4) => new(2, ScalarType.Float32, hidden);

    private static Tensor Samples(long count)
    {
        using var random = new Generator(8, CPU);
        return randn(count, 2, generator: random);
    }

    private sealed class CountingBackbone : nn.Module, IDiscriminator
    {
        [TorchSharp.Utils.ComponentName(Name = "inner")]
        private readonly SmoothCritic _inner = Backbone();

        public CountingBackbone()
            : base(nameof(CountingBackbone)) => RegisterComponents();

        public int Calls { get; private set; }

        public nn.Module Module => this;

        public long FeatureCount => _inner.FeatureCount;

        public DiscriminatorOutput Score(DiscriminatorInput input)
        {
            Calls++;
            return _inner.Score(input);
        }
    }
}
