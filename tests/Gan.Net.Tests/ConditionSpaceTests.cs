using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests;

public sealed class ConditionSpaceTests
{
    [Fact]
    public void Equals_SameMeaning_IsTrue()
    {
        Assert.Equal(ConditionSpace.None, ConditionSpace.Classes(0));
        Assert.Equal(ConditionSpace.Classes(10), ConditionSpace.Classes(10));
        Assert.Equal(ConditionSpace.OfShape(3, -1, -1), ConditionSpace.OfShape(3, -1, -1));
        Assert.NotEqual(ConditionSpace.Classes(10), ConditionSpace.Classes(9));
        Assert.NotEqual(ConditionSpace.OfShape(3, 8), ConditionSpace.OfShape(3, 9));
        Assert.NotEqual(ConditionSpace.None, ConditionSpace.OfShape());
    }

    [Fact]
    public void ToString_EachKind_ReadsInASentence()
    {
        Assert.Equal("nothing", ConditionSpace.None.ToString());
        Assert.Equal("labels of 10 classes", ConditionSpace.Classes(10).ToString());
        Assert.Equal("a tensor [3, -1, -1]", ConditionSpace.OfShape(3, -1, -1).ToString());
    }

    [Fact]
    public void Check_ConditionThatFits_GivesItBack()
    {
        using var scope = NewDisposeScope();
        var (labels, image) = (zeros(4, dtype: ScalarType.Int64), zeros(4, 3, 8, 9));

        Assert.Null(ConditionSpace.None.Check(null, 4, "G"));
        Assert.Same(labels, ConditionSpace.Classes(2).Check(labels, 4, "G"));
        Assert.Same(image, ConditionSpace.OfShape(3, -1, -1).Check(image, 4, "G"));
    }

    [Fact]
    public void Check_ConditionThatDoesNotFit_SaysWhatIsExpected()
    {
        using var scope = NewDisposeScope();

        AssertRefused("G needs a condition [4, 3, any, any]; [4, 2, 8, 8] was given. (Parameter 'condition')", ConditionSpace.OfShape(3, -1, -1), zeros(4, 2, 8, 8));
        AssertRefused("G needs a condition [4, 3, any, any]; [3, 3, 8, 8] was given. (Parameter 'condition')", ConditionSpace.OfShape(3, -1, -1), zeros(3, 3, 8, 8));
        AssertRefused("G is conditional and needs a condition [4, 5]; none was given. (Parameter 'condition')", ConditionSpace.OfShape(5), null);
        AssertRefused("G is unconditional and takes no condition; one of shape [4] was given. Leave it out. (Parameter 'condition')", ConditionSpace.None, zeros(4));
    }

    [Fact]
    public void Random_NotGiven_SaysWhatToSet()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new GeneratorInput().Random);

        Assert.Equal("The model draws at random and was given no generator. Set GeneratorInput.Random.", failure.Message);
    }

    private static void AssertRefused(string message, ConditionSpace space, Tensor? condition) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(nameof(condition), () => space.Check(condition, 4, "G")).Message);
}
