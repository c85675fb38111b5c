using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan.Tests;

public sealed class DcganModelTests
{
    [Theory]
    [OnCpu]
    [OnCuda]
    public void Forward_OnADevice_IsThatOfTheCpu(string deviceName)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5, CPU);
        using var generator = new DcganGenerator(DcganOptions.Mnist28);
        using var discriminator = new DcganDiscriminator(DcganOptions.Mnist28);
        generator.eval();
        discriminator.eval();
        var latents = generator.Latent.Sample(4, random);
        var samples = generator.Generate(latents);
        var logits = discriminator.Score(samples);
        generator.to(device(deviceName));
        discriminator.to(device(deviceName));

        var samplesThere = generator.Generate(latents.to(device(deviceName)));
        var logitsThere = discriminator.Score(samplesThere);

        Assert.Equal(device(deviceName).type, logitsThere.device_type);
        Assert.True(samples.sub(samplesThere.cpu()).abs().max().ToSingle() < 1e-4f);
        Assert.True(logits.sub(logitsThere.cpu()).abs().max().ToSingle() < 1e-4f);
    }

    [Theory]
    [InlineData(64, 3, 3_576_704, 2_765_568)]
    [InlineData(64, 1, 3_574_656, 2_763_520)]
    [InlineData(32, 1, 1_066_880, 661_248)]
    [InlineData(28, 1, 759_680, 138_624)]
    [InlineData(128, 3, 12_786_560, 11_164_416)]
    public void Create_PaperWidth_HasThePublishedParameterCounts(int size, int channels, long generatorCount, long discriminatorCount)
    {
        var options = DcganOptions.Paper64 with { ImageSize = size, Channels = channels };
        using var generator = new DcganGenerator(options);
        using var discriminator = new DcganDiscriminator(options);

        Assert.Equal(generatorCount, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(discriminatorCount, discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(10, 2)]
    [InlineData(12, 4)]
    [InlineData(14, 1)]
    [InlineData(28, 1)]
    [InlineData(28, 3)]
    [InlineData(32, 3)]
    [InlineData(40, 1)]
    [InlineData(64, 3)]
    [InlineData(128, 1)]
    public void Forward_EverySize_GivesImagesInRangeAndOneLogitEach(int size, int channels)
    {
        using var scope = NewDisposeScope();
        var options = new DcganOptions { ImageSize = size, Channels = channels, Width = 4, Latent = new LatentSpace { Size = 6 } };
        using var generator = new DcganGenerator(options);
        using var discriminator = new DcganDiscriminator(options);

        var images = generator.Generate(randn(3, 6));
        var logits = discriminator.Score(images);

        Assert.Equal([3L, channels, size, size], images.shape);
        Assert.InRange(images.abs().max().ToSingle(), float.Epsilon, 1);
        Assert.Equal([3L], logits.shape);
        Assert.True(logits.isfinite().all().ToBoolean());
    }

    [Fact]
    public void Generate_ManyTimesTheScale_FillsTheRangeAndStaysInIt()
    {
        using var scope = NewDisposeScope();
        using var generator = new DcganGenerator(DcganOptions.Mnist28 with { Width = 8 });
        using (no_grad())
        {
            generator.parameters().Last().mul_(1000);
        }

        var images = generator.Generate(randn(20, 100));

        Assert.Equal(1, images.max().ToSingle());
        Assert.Equal(-1, images.min().ToSingle());
    }

    [Fact]
    public void Forward_OneSample_KeepsTheBatchDimension()
    {
        using var scope = NewDisposeScope();
        using var generator = new DcganGenerator(DcganOptions.Mnist28 with { Width = 4 });
        using var discriminator = new DcganDiscriminator(DcganOptions.Mnist28 with { Width = 4 });
        generator.eval();
        discriminator.eval();

        var image = generator.Generate(randn(1, 100));

        Assert.Equal([1L, 1, 28, 28], image.shape);
        Assert.Equal([1L], discriminator.Score(image).shape);
    }

    // In evaluation a sample depends on nothing but its own latents; in training, on its batch.
    [Fact]
    public void Generate_Evaluation_DoesNotDependOnTheBatch()
    {
        using var scope = NewDisposeScope();
        using var generator = new DcganGenerator(DcganOptions.Mnist28 with { Width = 4 });
        var latents = randn(8, 100);
        var inBatch = generator.Generate(latents).narrow(0, 0, 2);
        Assert.False(inBatch.allclose(generator.Generate(latents.narrow(0, 0, 2)), 1e-3, 1e-3));

        generator.eval();

        Assert.True(generator.Generate(latents).narrow(0, 0, 2).allclose(generator.Generate(latents.narrow(0, 0, 2)), 1e-5, 1e-6));
    }

    [Fact]
    public void StateDict_Mnist28_HasTheApprovedKeys()
    {
        using var generator = new DcganGenerator(DcganOptions.Mnist28 with { Width = 4 });
        using var discriminator = new DcganDiscriminator(DcganOptions.Mnist28 with { Width = 4 });

        AssertKeys(["layers.0.weight", .. NormKeys(1), "layers.3.weight", .. NormKeys(4), "layers.6.weight"], generator);
        AssertKeys(["layers.0.weight", "layers.2.weight", .. NormKeys(3), "layers.5.weight"], discriminator);
    }

    [Fact]
    public void StateDict_Paper64_HasTheApprovedKeys()
    {
        using var generator = new DcganGenerator(DcganOptions.Paper64 with { Width = 4 });
        using var discriminator = new DcganDiscriminator(DcganOptions.Paper64 with { Width = 4 });

        AssertKeys(
            [
                "layers.0.weight", .. NormKeys(1), "layers.3.weight", .. NormKeys(4), "layers.6.weight", .. NormKeys(7), "layers.9.weight", .. NormKeys(10),
                "layers.12.weight",
            ],
            generator);
        AssertKeys(
            ["layers.0.weight", "layers.2.weight", .. NormKeys(3), "layers.5.weight", .. NormKeys(6), "layers.8.weight", .. NormKeys(9), "layers.11.weight"],
            discriminator);
    }

    [Fact]
    public void StateDict_NoNorm_HasOnlyConvolutions()
    {
        using var discriminator = new DcganDiscriminator(DcganOptions.Mnist28 with { Width = 4, DiscriminatorNorm = Norm.None });

        AssertKeys(["layers.0.weight", "layers.2.weight", "layers.4.weight"], discriminator);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.2)]
    public void Backward_AnySlope_ReachesEveryParameter(double slope)
    {
        using var scope = NewDisposeScope();
        var options = DcganOptions.Mnist28 with { Width = 4, DiscriminatorSlope = slope };
        using var generator = new DcganGenerator(options);
        using var discriminator = new DcganDiscriminator(options);

        discriminator.Score(generator.Generate(randn(4, 100))).sum().backward();

        Assert.All(generator.parameters().Concat(discriminator.parameters()), parameter => Assert.NotEqual(0, parameter.grad!.abs().max().ToSingle()));
    }

    [Fact]
    public void Generate_Condition_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var generator = new DcganGenerator(DcganOptions.Mnist28 with { Width = 4 });

        var failure = Assert.Throws<ArgumentException>("condition", () => generator.Generate(zeros(4, 100), zeros(4, 3)));

        Assert.Equal(
            "DcganGenerator is unconditional and takes no condition; one of shape [4, 3] was given. Leave it out. (Parameter 'condition')", failure.Message);
    }

    [Fact]
    public void Score_Condition_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new DcganDiscriminator(DcganOptions.Mnist28 with { Width = 4 });

        var failure = Assert.Throws<ArgumentException>("condition", () => discriminator.Score(zeros(4, 1, 28, 28), zeros(4)));

        Assert.Equal(
            "DcganDiscriminator is unconditional and takes no condition; one of shape [4] was given. Leave it out. (Parameter 'condition')", failure.Message);
    }

    private static void AssertKeys(IEnumerable<string> approved, nn.Module module) =>
        Assert.Equal(approved.Order(StringComparer.Ordinal), module.state_dict().Keys.Order(StringComparer.Ordinal));

    private static string[] NormKeys(int layer) =>
        [.. new[] { "weight", "bias", "running_mean", "running_var", "num_batches_tracked" }.Select(part => $"layers.{layer}.{part}")];
}
