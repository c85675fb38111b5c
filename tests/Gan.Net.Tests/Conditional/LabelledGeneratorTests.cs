using Gan.Net.Conditional;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Conditional;

public sealed class LabelledGeneratorTests
{
    [Fact]
    public void Generate_OfOneClass_GivesAllThatLabel() => AssertLabels([2, 2, 2, 2, 2], inner => LabelledGenerator.OfClass(inner, 2));

    [Fact]
    public void Generate_InTurn_RunsThroughTheClasses() => AssertLabels([0, 1, 2, 0, 1], inner => LabelledGenerator.InTurn(inner));

    [Fact]
    public void Generate_InTurnRepeated_StaysWithEach() => AssertLabels([0, 0, 1, 1, 2], inner => LabelledGenerator.InTurn(inner, repeat: 2));

    [Fact]
    public void Generate_Condition_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var inner = new CornerGenerator();

        Assert.Throws<ArgumentException>("condition", () => LabelledGenerator.InTurn(inner).Generate(zeros(2, 2), zeros(2)));
    }

    [Fact]
    public void OfClass_NoSuchClass_IsRefused()
    {
        using var inner = new CornerGenerator();

        var failure = Assert.Throws<ArgumentOutOfRangeException>("label", () => LabelledGenerator.OfClass(inner, 3));

        Assert.StartsWith("The generator has 3 classes, 0 to 2.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InTurn_UnconditionalGenerator_IsRefused()
    {
        using var inner = new TinyGenerator();

        var failure = Assert.Throws<ArgumentException>("inner", () => LabelledGenerator.InTurn(inner));

        Assert.StartsWith("TinyGenerator takes no labels. Use it as it is.", failure.Message, StringComparison.Ordinal);
    }

    private static void AssertLabels(long[] labels, Func<IGenerator, IGenerator> wrap)
    {
        using var scope = NewDisposeScope();
        using var inner = new CornerGenerator();
        var latents = randn(5, 2);

        var samples = wrap(inner).Generate(latents);

        Assert.Equal(inner.Generate(latents, tensor(labels)).data<float>().ToArray(), samples.data<float>().ToArray());
        Assert.True(wrap(inner).Condition.IsNone);
    }
}
