using Gan.Net.Layers;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

/// <summary>Penalties on what a discriminator tells besides its score, against arithmetic.</summary>
public sealed class HeadPenaltyTests
{
    // Told of real samples (labels 0 and 1): (2, 0, 1) and (1, 1, 1); of fakes (labels 2 and 0): (0, 1, 3) and (0, 0, 0).
    private static readonly double _realCost = (Math.Log(1 + Math.Exp(-2) + Math.Exp(-1)) + Math.Log(3)) / 2;
    private static readonly double _fakeCost = (Math.Log(1 + Math.Exp(-2) + Math.Exp(-3)) + Math.Log(3)) / 2;

    [Fact]
    public void AuxiliaryClass_Paper_ClassifiesBothAndTheGeneratorsOwn()
    {
        var (discriminator, generator) = Terms(AuxiliaryClassPenalty.Paper);

        Assert.Equal(_realCost + _fakeCost, discriminator, 1e-12);
        Assert.Equal(_fakeCost, generator, 1e-12);
    }

    [Fact]
    public void AuxiliaryClass_RealOnly_LeavesFakesToTheGenerator()
    {
        var (discriminator, generator) = Terms(AuxiliaryClassPenalty.RealOnly with { DiscriminatorWeight = 2 });

        Assert.Equal(2 * _realCost, discriminator, 1e-12);
        Assert.Equal(.1 * _fakeCost, generator, 1e-12);
    }

    [Fact]
    public void AuxiliaryClass_FakesOnly_LeavesRealOnesOut() =>
        Assert.Equal(_fakeCost, Terms(new AuxiliaryClassPenalty { Classified = PassInputs.Fake }).Discriminator, 1e-12);

    // Codes (1, 0 | 0.5), told (0, 1 | 3): log softmax is -ln(1 + e), the density of variance 1 at 2.5. Codes (0, 1 | -1), told nothing: -ln 2, at 1.
    // H(c) is 2 ln 2.
    [Fact]
    public void MutualInformation_KnownCodes_IsMinusTheBound()
    {
        var likelihood = (-Math.Log(1 + Math.E) - .5 * 6.25 - Math.Log(2) - .5) / 2 - .5 * Math.Log(2 * Math.PI);
        var bound = likelihood + 2 * Math.Log(2);

        var (discriminator, generator) = Terms(new MutualInformationPenalty { Weight = 3 });

        Assert.Equal(-3 * bound, discriminator, 1e-12);
        Assert.Equal(-3 * bound, generator, 1e-12);
    }

    // A head that reads its codes without fail shows all their information, ln 2 of a category of two.
    [Fact]
    public void MutualInformation_CodesReadWithoutFail_IsTheirEntropy()
    {
        using var scope = NewDisposeScope();
        var codes = new LatentCodes { Categories = [2] };

        var likelihood = codes.LogLikelihood(tensor(new[,] { { 1.0, 0 } }), tensor(new[,] { { 400.0, -400 } }));

        Assert.Equal(Math.Log(2), likelihood.ToDouble() + codes.Entropy, 1e-12);
    }

    [Fact]
    public void AuxiliaryClass_DiscriminatorWithoutClasses_SaysWhatToDo() => AssertRefused(
        new AuxiliaryClassPenalty(),
        "AuxiliaryClassPenalty needs a discriminator that names classes; TinyDiscriminator does not. Make it an AuxiliaryDiscriminator.ForClasses. (Parameter 'discriminator')");

    [Fact]
    public void MutualInformation_LatentsWithoutCodes_SaysWhatToDo() => AssertRefused(
        new MutualInformationPenalty(),
        "MutualInformationPenalty needs codes in the generator's latents. Set LatentSpace.Codes in its options.");

    [Fact]
    public void MutualInformation_DiscriminatorThatReadsNone_SaysWhatToDo()
    {
        using var generator = new SmoothGenerator([2], ScalarType.Float32) { Latent = new LatentSpace { Size = 3, Codes = PenaltyGame.Codes } };
        using var discriminator = new TinyDiscriminator();

        var failure = Refusal(generator, discriminator, new MutualInformationPenalty());

        Assert.Equal(
            "MutualInformationPenalty needs a discriminator that reads codes; TinyDiscriminator does not. Make it an AuxiliaryDiscriminator.ForCodes.",
            failure.Message);
    }

    // It acts on the generator alone, whose turn comes second: nobody may have moved by then.
    [Fact]
    public void FeatureMatching_DiscriminatorWithoutFeatures_IsRefusedBeforeAnyStep()
    {
        using var generator = new TinyGenerator();
        using var packs = new PackedDiscriminator(new TinyDiscriminator(), 2);

        var failure = Refusal(generator, packs, new FeatureMatchingPenalty());

        Assert.Equal(
            "FeatureMatchingPenalty needs the discriminator's features; PackedDiscriminator does not show any. Implement FeatureCount and Features. (Parameter 'discriminator')",
            failure.Message);
    }

    [Fact]
    public void FeatureMatching_Packs_ReadsTheInnerDiscriminatorsFeatures()
    {
        using var generator = new SmoothGenerator([2], ScalarType.Float32);
        using var packs = new PackedDiscriminator(new SmoothCritic(4, ScalarType.Float32), 2);
        using var trainer = new GanTrainer(generator, packs, new GanTrainerOptions { Regularizers = [new FeatureMatchingPenalty()] });
        using var source = new NoiseSource(2);
        var hook = new RecordingHook();

        trainer.Fit(source, TrainingLength.Rounds(2), [hook]);

        Assert.True(hook.Reports[^1].Values["FeatureMatchingPenalty"] > 0);
    }

    private static void AssertRefused(IRegularizer regularizer, string message)
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();

        Assert.Equal(message, Refusal(generator, discriminator, regularizer).Message);
    }

    private static ArgumentException Refusal(IGenerator generator, IDiscriminator discriminator, IRegularizer regularizer) =>
        Assert.ThrowsAny<ArgumentException>(() => new GanTrainer(generator, discriminator, new GanTrainerOptions { Regularizers = [regularizer] }));

    private static (double Discriminator, double Generator) Terms<T>(T penalty)
        where T : IDiscriminatorRegularizer, IGeneratorRegularizer
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        using var generator = new FixedGenerator(3) { Codes = PenaltyGame.Codes };
        using var discriminator = new Teller();
        var (real, fake) = (tensor(new[,] { { 2.0, 0, 1 }, { 1, 1, 1 } }), tensor(new[,] { { 0.0, 1, 3 }, { 0, 0, 0 } }));
        var fakes = new Fakes { Latents = tensor(new[,] { { 1, 0, .5 }, { 0, 1, -1 } }), Samples = fake, Condition = tensor(new[] { 2L, 0 }) };
        var batch = new Batch(real, tensor(new[] { 0L, 1 }));
        return (
            penalty.ForDiscriminator(new DiscriminatorPass(discriminator, generator, batch, fakes, random, PassInputs.None)).mean().ToDouble(),
            penalty.ForGenerator(new GeneratorPass(generator, discriminator, fakes, batch, random)).mean().ToDouble());
    }

    /// <summary>Tells the sample itself.</summary>
    private sealed class Teller() : nn.Module(nameof(Teller)), IDiscriminator
    {
        public nn.Module Module => this;

        public ConditionSpace Condition { get; } = ConditionSpace.Classes(3);

        public long AuxiliaryCount => 3;

        public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = input.Samples.sum(1), Auxiliary = input.Samples };
    }
}
