using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests;

public sealed class LatentCodesTests
{
    [Fact]
    public void Size_Mnist_IsThePapers()
    {
        Assert.Equal(12, LatentCodes.Mnist.Size);
        Assert.Equal(Math.Log(10) + 2 * Math.Log(2), LatentCodes.Mnist.Entropy, 1e-14);
    }

    [Fact]
    public void ToString_Codes_ShowsTheCategories() =>
        Assert.Equal("LatentCodes { Categories = [10, 3], Continuous = 2 }", new LatentCodes { Categories = [10, 3], Continuous = 2 }.ToString());

    [Fact]
    public void Sample_Codes_HaveOneValueOfEachCategoryAndUniformRest()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5, CPU);
        var codes = new LatentCodes { Categories = [3, 2], Continuous = 2 }.Sample(3000, random);

        Assert.Equal([3000L, 7], codes.shape);
        foreach (var (at, values) in new[] { (0, 3), (3, 2) })
        {
            var category = codes.narrow(1, at, values);
            Assert.True(category.eq(0).logical_or(category.eq(1)).all().ToBoolean());
            Assert.True(category.sum(1).eq(1).all().ToBoolean());
            Assert.All(category.mean([0]).data<float>().ToArray(), share => Assert.Equal(1.0 / values, share, .04)); // 4 deviations and more
        }

        var continuous = codes.narrow(1, 5, 2);
        Assert.InRange(continuous.abs().max().ToSingle(), .99f, 1);
        Assert.Equal(0, continuous.mean().ToSingle(), .04);
        Assert.Equal(1 / 3.0, continuous.square().mean().ToSingle(), .02);
    }

    [Theory]
    [InlineData(LatentPrior.Normal)]
    [InlineData(LatentPrior.Uniform)]
    public void LatentSpace_WithCodes_EndsInThem(LatentPrior prior)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5, CPU);
        var space = new LatentSpace { Size = 10, Prior = prior, Codes = new LatentCodes { Categories = [4] } };

        var latents = space.Sample(50, random);

        Assert.Equal([50L, 10], latents.shape);
        var codes = space.CodesOf(latents);
        Assert.Equal([50L, 4], codes.shape);
        Assert.True(codes.sum(1).eq(1).all().ToBoolean());
        Assert.Equal(prior == LatentPrior.Normal, latents.narrow(1, 0, 6).abs().max().ToSingle() > 1);
    }

    [Fact]
    public void LatentSpace_NothingButCodes_HasNoNoise()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5, CPU);

        var latents = new LatentSpace { Size = 4, Codes = new LatentCodes { Categories = [4] } }.Sample(20, random);

        Assert.True(latents.sum(1).eq(1).all().ToBoolean());
    }

    // log softmax((2, 0, 1))[0] = -ln(1 + e^-2 + e^-1); a normal density of variance 1 at distances 0.5 and 0.
    [Fact]
    public void LogLikelihood_KnownCodes_IsTheSumOfTheirLogs()
    {
        using var scope = NewDisposeScope();
        var codes = new LatentCodes { Categories = [3], Continuous = 2 };

        var likelihood = codes.LogLikelihood(tensor(new[,] { { 1, 0, 0, .5, -1 } }), tensor(new[,] { { 2.0, 0, 1, 0, -1 } }));

        Assert.Equal([1L], likelihood.shape);
        Assert.Equal(-Math.Log(1 + Math.Exp(-2) + Math.Exp(-1)) - .125 - Math.Log(2 * Math.PI), likelihood.ToDouble(), 1e-12);
    }

    [Fact]
    public void LogLikelihood_OtherSizes_SaysBoth()
    {
        using var scope = NewDisposeScope();

        var failure = Assert.Throws<ArgumentException>("told", () => LatentCodes.Mnist.LogLikelihood(zeros(4, 12), zeros(4, 10)));

        Assert.StartsWith("The codes are [4, 12] and what is told of them [4, 10]; expected [N, 12] of both.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CodesOf_SpaceWithoutCodes_SaysWhereTheyAreSet()
    {
        using var scope = NewDisposeScope();

        var failure = Assert.Throws<InvalidOperationException>(() => new LatentSpace().CodesOf(zeros(1, 100)));

        Assert.Equal("The latents have no codes. Set LatentSpace.Codes in the generator's options.", failure.Message);
    }

    [Fact]
    public void Validate_CodesThatCannotBe_AreAllNamed()
    {
        var problems = new OptionProblems("Options");

        new LatentSpace { Size = 2, Codes = new LatentCodes { Categories = [3, 1], Continuous = -1 } }.Validate(problems);

        var failure = Assert.Throws<ArgumentException>(problems.ThrowIfAny);
        Assert.Contains("Codes.Categories must be at least 2 each, was [3, 1]", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Codes.Continuous must be at least 0, was -1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Size must hold the 3 coordinates of the codes, was 2", failure.Message, StringComparison.Ordinal);
    }
}
