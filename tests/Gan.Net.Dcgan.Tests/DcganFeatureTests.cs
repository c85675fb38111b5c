using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan.Tests;

public sealed class DcganFeatureTests
{
    [Fact]
    public void Features_Samples_AreWhatTheLastLayerDecidesOn()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new DcganDiscriminator(new DcganOptions { ImageSize = 16, Width = 2 });
        discriminator.eval();
        var samples = randn(4, 3, 16, 16);
        var last = discriminator.named_parameters().Where(parameter => parameter.name.EndsWith("weight", StringComparison.Ordinal)).Last().parameter;
        var bias = discriminator.named_parameters().Last() is { parameter: { ndim: 1 } shift } ? shift : zeros(1);

        var features = discriminator.Score(new DiscriminatorInput { Samples = samples, WantsFeatures = true }).Features[^1].flatten(1);

        Assert.Equal([4L, 64], features.shape);
        Assert.True(discriminator.Score(samples).allclose(features.matmul(last.flatten()).add(bias), rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void Features_Condition_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new DcganDiscriminator(new DcganOptions { ImageSize = 16, Width = 2 });

        Assert.Throws<ArgumentException>("condition", () => discriminator.Score(new DiscriminatorInput { Samples = randn(4, 3, 16, 16), Condition = zeros(4), WantsFeatures = true }));
    }
}
