using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Mlp.Tests;

/// <summary>The kinds of MLP that papers use: activations, norms, outputs, initial weights.</summary>
public sealed class MlpKindTests
{
    // Published networks' counts: PacGAN's, with each further sample of a pack 2,000 more, and unrolled GAN's.
    [Theory]
    [InlineData("pacgan", 1, 484_802, 405_201)]
    [InlineData("pacgan", 2, 484_802, 407_201)]
    [InlineData("pacgan", 4, 484_802, 411_201)]
    [InlineData("unrolled", 1, 49_666, 17_025)]
    public void Create_PapersNetworks_HaveTheirParameters(string paper, int pack, long ofGenerator, long ofDiscriminator)
    {
        var options = paper == "pacgan" ? MlpOptions.PacGan2D : MlpOptions.Unrolled2D;
        using var generator = new MlpGenerator(options);
        using var discriminator = new MlpDiscriminator(options.ForPacks(pack));

        Assert.Equal(ofGenerator, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(ofDiscriminator, discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Score_Maxout_IsTheLargestOfTheLinearLayers()
    {
        using var scope = NewDisposeScope();
        var options = new MlpOptions { SampleShape = [3], DiscriminatorWidths = [2], DiscriminatorActivation = MlpActivation.Maxout, MaxoutPieces = 4 };
        using var discriminator = new MlpDiscriminator(options);
        var state = discriminator.state_dict();
        var samples = randn(5, 3);

        var pieces = samples.matmul(state["layers.0.pieces.weight"].t()).add(state["layers.0.pieces.bias"]).view(5, 2, 4);
        var (largest, _) = pieces.max(2);
        var expected = largest.matmul(state["layers.1.weight"].t()).add(state["layers.1.bias"]).flatten();

        Assert.True(expected.allclose(discriminator.Score(samples)));
    }

    [Fact]
    public void Generate_LinearOutput_LeavesTheTanhsRange()
    {
        using var scope = NewDisposeScope();
        using var generator = new MlpGenerator(MlpOptions.Ring with { Output = MlpOutput.Linear, OutputScale = 2 });
        using var bounded = new MlpGenerator(MlpOptions.Ring with { OutputScale = 1 });
        var latents = randn(50, 10).mul(100);

        var samples = generator.Generate(latents);

        Assert.True(samples.abs().max().ToDouble() > 2);
        Assert.True(samples.div(2).tanh().allclose(bounded.Generate(latents), atol: 1e-5));
    }

    [Fact]
    public void Create_NormalWeights_HaveTheDeviationAndNoBias()
    {
        using var generator = new MlpGenerator(MlpOptions.PacGan2D);

        foreach (var (name, weight) in generator.named_parameters())
        {
            var values = weight.detach().data<float>().ToArray();
            if (weight.ndim == 2 && values.Length > 1000)
            {
                Assert.Equal(.02, Math.Sqrt(values.Average(value => (double)value * value)), .001);
            }
            else if (weight.ndim == 1 && name.EndsWith("bias", StringComparison.Ordinal))
            {
                Assert.All(values, value => Assert.Equal(0, value));
            }
        }
    }

    [Fact]
    public void Create_OrthogonalWeights_HaveRowsOrColumnsOfTheScale()
    {
        using var scope = NewDisposeScope();
        using var generator = new MlpGenerator(MlpOptions.Unrolled2D);

        foreach (var weight in generator.parameters().Where(parameter => parameter.ndim == 2))
        {
            var (rows, columns) = (weight.shape[0], weight.shape[1]);
            var products = rows <= columns ? weight.matmul(weight.t()) : weight.t().matmul(weight);
            Assert.True(products.allclose(eye(Math.Min(rows, columns)).mul(1.4 * 1.4), atol: 1e-5));
        }
    }

    [Fact]
    public void Score_SpectralNorm_BoundsEachLayer()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring.For(Recipes.SnGan) with { Weights = MlpWeights.Normal, WeightScale = 5 });
        var samples = randn(64, 2);
        for (var i = 0; i < 50; i++)
        {
            discriminator.Score(samples);
        }

        var (first, second) = (discriminator.Score(samples), discriminator.Score(samples.add(.01)));

        Assert.True(first.sub(second).abs().max().ToDouble() <= .01 * Math.Sqrt(2) * 1.001);
        Assert.False(discriminator.ScoresSamplesAlone);
    }

    [Fact]
    public void For_Recipes_LeavesBatchNormToConvolutions()
    {
        Assert.Equal(Norm.None, MlpOptions.Ring.For(Recipes.Dcgan).DiscriminatorNorm);
        Assert.Equal(Norm.None, MlpOptions.Ring.For(Recipes.WganGp).DiscriminatorNorm);
        Assert.Equal(Norm.Spectral, MlpOptions.Ring.For(Recipes.SnGan).DiscriminatorNorm);
    }

    [Fact]
    public void Create_KindsOutOfRange_NamesEach()
    {
        var failure = Assert.Throws<ArgumentException>(() => new MlpGenerator(new MlpOptions { MaxoutPieces = 0, WeightScale = -1 }));

        Assert.Equal("MlpOptions: MaxoutPieces must be at least 1, was 0; WeightScale must be positive, was -1.", failure.Message);
    }
}
