using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class FirstStepCheckTests
{
    [Fact]
    public void Fit_GeneratorOfAnotherSize_SaysBothShapes() =>
        AssertRefused(
            "The generator returned [4, 2]; the data has [4, 1, 28, 28]. Choose a model of the data's size.",
            source: new NoiseSource(1, 28, 28));

    [Fact]
    public void Fit_LogitsInAColumn_SaysToFlatten() =>
        AssertRefused(
            "The discriminator returned [4, 1]; expected [4]. Flatten it with .flatten().",
            logits => logits);

    [Fact]
    public void Fit_OneLogitForAll_SaysWhatIsExpected() =>
        AssertRefused(
            "The discriminator returned [1]; expected [4] or, for patches, [4, P].",
            logits => logits.mean([0]));

    [Fact]
    public void Fit_ScalarLogit_SaysWhatIsExpected() =>
        AssertRefused(
            "The discriminator returned []; expected [4] or, for patches, [4, P].",
            logits => logits.mean());

    [Fact]
    public void Fit_LogitsOfFourDimensions_SaysWhatIsExpected() =>
        AssertRefused(
            "The discriminator returned [4, 1, 1, 1]; expected [4] or, for patches, [4, P].",
            logits => logits.unsqueeze(-1).unsqueeze(-1));

    [Fact]
    public void Fit_PatchLogits_AreAccepted()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator { Output = logits => logits.expand(-1, 5) };
        using var trainer = new GanTrainer(generator, discriminator);
        using var source = new NoiseSource(2);

        Assert.Equal(3, trainer.Fit(source, TrainingLength.Rounds(3)).Rounds);
    }

    [Fact]
    public void Fit_Refused_ChangesNothingAndAFittingSourceStillTrains()
    {
        using var gan = new TinyGan();
        using var wrong = new NoiseSource(3);
        using var source = gan.Source();

        Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(wrong, TrainingLength.Rounds(5)));
        Assert.Equal(0, gan.Trainer.Rounds);
        Assert.Equal(0, gan.Trainer.SamplesSeen);

        gan.Trainer.Fit(source, TrainingLength.Rounds(5));
        Weights.AssertSame(TinyGan.Play(5), gan.Weights);
    }

    [Fact]
    public void Fit_AnotherSource_IsCheckedToo()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        using var wrong = new NoiseSource(3);
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(wrong, TrainingLength.Rounds(1)));

        Assert.Equal("The generator returned [4, 2]; the data has [4, 3]. Choose a model of the data's size.", failure.Message);
    }

    [Fact]
    public void Fit_Check_LeavesEachModulesModeAsItWas()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Generator.Dropout.eval();
        (bool Generator, bool Dropout, bool Discriminator)? during = null;
        gan.Generator.Generating = () => during ??= Modes(gan);

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Equal((false, false, false), during);
        Assert.Equal((true, false, true), Modes(gan));
    }

    private static (bool Generator, bool Dropout, bool Discriminator) Modes(TinyGan gan) =>
        (gan.Generator.training, gan.Generator.Dropout.training, gan.Discriminator.training);

    private static void AssertRefused(string message, Func<Tensor, Tensor>? logits = null, NoiseSource? source = null)
    {
        using var generator = new TinyGenerator();
        using var discriminator = logits is null ? new TinyDiscriminator() : new TinyDiscriminator { Output = logits };
        using var trainer = new GanTrainer(generator, discriminator);

        var failure = Assert.Throws<ArgumentException>(() => trainer.Fit(source ?? new NoiseSource(2), TrainingLength.Rounds(1)));

        Assert.Equal(message, failure.Message);
    }
}
