using Gan.Net.Data;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Mlp.Tests;

public sealed class GanModelTests
{
    [Fact]
    public void Fit_ThreeLines_Trains()
    {
        using var gan = MlpOptions.Ring.Create(seed: 1);
        using var ring = new RingSource(RingOptions.D2Gan, new DrawOptions { BatchSize = 64 });

        var result = gan.Fit(ring, Recipes.NonSaturating, TrainingLength.Rounds(5));

        Assert.Equal(5, result.Rounds);
        Assert.Equal(9, gan.Fit(ring, Recipes.NonSaturating, TrainingLength.Rounds(4)).Rounds);
    }

    [Fact]
    public void Sample_AfterFit_HasNoGraphAndLeavesTheModeAndNoTensor()
    {
        using var gan = MlpOptions.Ring.Create(seed: 1);
        using var ring = new RingSource(RingOptions.D2Gan, new DrawOptions { BatchSize = 64 });
        gan.Fit(ring, Recipes.NonSaturating, TrainingLength.Rounds(2));
        gan.Sample(3).Dispose();
        var before = LiveTensors.Count();

        var samples = gan.Sample(64);

        Assert.Equal([64L, 2], samples.shape);
        Assert.False(samples.requires_grad);
        Assert.True(gan.Generator.Module.training);
        samples.Dispose();
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Sample_Seed_GivesTheSameSamples()
    {
        using var scope = NewDisposeScope();
        using var gan = MlpOptions.Ring.Create(seed: 4);

        Assert.Equal(gan.Sample(5).data<float>().ToArray(), gan.Sample(5, seed: 4).data<float>().ToArray());
        Assert.NotEqual(gan.Sample(5).data<float>().ToArray(), gan.Sample(5, seed: 5).data<float>().ToArray());
    }

    [Fact]
    public void Sample_OfAClass_IsWhatThatLabelGenerates()
    {
        using var scope = NewDisposeScope();
        using var gan = (MlpOptions.Ring with { Classes = 3 }).Create(seed: 4);
        var inTurn = gan.Sample(6).data<float>().ToArray();

        var ofOne = gan.Sample(6, label: 1).data<float>().ToArray();

        Assert.Equal(inTurn[2..4], ofOne[2..4]);
        Assert.Equal(inTurn[8..10], ofOne[8..10]);
        Assert.NotEqual(inTurn[..2], ofOne[..2]);
        Assert.Equal("The generator has 3 classes, 0 to 2; class 3 was asked for. (Parameter 'label')", Assert.Throws<ArgumentException>("label", () => gan.Sample(2, label: 3)).Message);
    }

    [Fact]
    public void Sample_LabelForAGeneratorWithoutClasses_IsRefused()
    {
        using var gan = MlpOptions.Ring.Create();

        Assert.Equal(
            "The generator takes no classes, and class 1 was asked for. Leave the label out. (Parameter 'label')",
            Assert.Throws<ArgumentException>("label", () => gan.Sample(2, label: 1)).Message);
    }
}
