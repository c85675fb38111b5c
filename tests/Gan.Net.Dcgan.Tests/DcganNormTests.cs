using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan.Tests;

public sealed class DcganNormTests
{
    private static readonly DcganOptions Small = DcganOptions.Mnist28 with { Width = 4 };

    [Fact]
    public void For_Recipes_TakesTheirNorm()
    {
        Assert.Equal(Norm.Batch, Small.For(Recipes.Dcgan).DiscriminatorNorm);
        Assert.Equal(Norm.None, Small.For(Recipes.WganGp).DiscriminatorNorm);
        Assert.Equal(Norm.Spectral, Small.For(Recipes.SnGan).DiscriminatorNorm);
    }

    [Fact]
    public void Create_SpectralNorm_WrapsEveryConvolutionAndKeepsTheCount()
    {
        using var plain = new DcganDiscriminator(Small with { DiscriminatorNorm = Norm.None });
        using var normed = new DcganDiscriminator(Small with { DiscriminatorNorm = Norm.Spectral });

        Assert.Equal(plain.parameters().Sum(parameter => parameter.numel()), normed.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(["layers.0.u", "layers.2.u", "layers.4.u"], normed.named_buffers().Select(buffer => buffer.name).Order(StringComparer.Ordinal));
        Assert.False(normed.ScoresSamplesAlone);
    }

    // Each layer divided by its norm as a matrix: 30 times the weights give the same logits.
    [Fact]
    public void Score_SpectralNorm_DoesNotSeeTheWeightsScale()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new DcganDiscriminator(Small with { DiscriminatorNorm = Norm.Spectral });
        var images = randn(3, 1, 28, 28);
        discriminator.eval();
        var before = discriminator.Score(images);
        using (no_grad())
        {
            foreach (var weight in discriminator.parameters())
            {
                weight.mul_(30);
            }
        }

        Assert.True(before.allclose(discriminator.Score(images), atol: 1e-5));
    }

    [Fact]
    public void ForPacks_Images_MultipliesTheChannels()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new DcganDiscriminator(Small.ForPacks(3));

        Assert.Equal([5], discriminator.Score(randn(5, 3, 28, 28)).shape);
        Assert.Throws<ArgumentOutOfRangeException>("size", () => Small.ForPacks(0));
    }
}
