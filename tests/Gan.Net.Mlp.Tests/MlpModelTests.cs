using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Mlp.Tests;

public sealed class MlpModelTests
{
    public static TheoryData<MlpOptions, long[], int, int> Presets => new()
    {
        { MlpOptions.Ring, [2], 2850, 641 },
        { MlpOptions.Mnist, [1, 28, 28], 559_632, 533_505 },
        { new MlpOptions { SampleShape = [3, 4, 5], GeneratorWidths = [], DiscriminatorWidths = [7, 6, 5] }, [3, 4, 5], 6060, 516 },
    };

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Forward_OnADevice_IsThatOfTheCpu(string deviceName)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5, CPU);
        using var generator = new MlpGenerator(MlpOptions.Ring);
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
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
    [MemberData(nameof(Presets))]
    public void Create_Options_HasTheSizesTheyName(MlpOptions options, long[] sampleShape, int generatorCount, int discriminatorCount)
    {
        using var scope = NewDisposeScope();
        using var generator = new MlpGenerator(options);
        using var discriminator = new MlpDiscriminator(options);

        Assert.Equal(generatorCount, generator.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(discriminatorCount, discriminator.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(options.Latent, generator.Latent);
        foreach (var count in new long[] { 1, 5 })
        {
            var samples = generator.Generate(randn(count, options.Latent.Size));
            Assert.Equal([count, .. sampleShape], samples.shape);
            Assert.Equal([count], discriminator.Score(samples).shape);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(.5)]
    public void Generate_LargeLatents_FillTheRangeAndStayInIt(double scale)
    {
        using var scope = NewDisposeScope();
        using var generator = new MlpGenerator(MlpOptions.Ring with { OutputScale = scale });

        var samples = generator.Generate(randn(500, 10).mul(1000));

        Assert.Equal(scale, samples.max().ToDouble());
        Assert.Equal(-scale, samples.min().ToDouble());
    }

    [Fact]
    public void StateDict_Ring_HasTheApprovedKeys()
    {
        using var generator = new MlpGenerator(MlpOptions.Ring);
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
        string[] approved = ["layers.0.weight", "layers.0.bias", "layers.2.weight", "layers.2.bias", "layers.4.weight", "layers.4.bias"];

        Assert.Equal(approved.Order(StringComparer.Ordinal), generator.state_dict().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(approved.Order(StringComparer.Ordinal), discriminator.state_dict().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Generate_Condition_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var generator = new MlpGenerator(MlpOptions.Ring);

        var failure = Assert.Throws<ArgumentException>("condition", () => generator.Generate(zeros(4, 10), zeros(4, 3)));

        Assert.Equal(
            "MlpGenerator is unconditional and takes no condition; one of shape [4, 3] was given. Leave it out. (Parameter 'condition')", failure.Message);
    }

    [Fact]
    public void Score_Condition_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);

        var failure = Assert.Throws<ArgumentException>("condition", () => discriminator.Score(zeros(4, 2), zeros(4)));

        Assert.Equal(
            "MlpDiscriminator is unconditional and takes no condition; one of shape [4] was given. Leave it out. (Parameter 'condition')", failure.Message);
    }

    // y = W x + b by hand: ReLU or its leaky form between the layers, Tanh only at the generator's end.
    [Theory]
    [InlineData(0)]
    [InlineData(.2)]
    public void Forward_OneHiddenLayer_IsTheArithmetic(double slope)
    {
        using var scope = NewDisposeScope();
        var options = new MlpOptions
        {
            Latent = new LatentSpace { Size = 1 }, SampleShape = [1], GeneratorWidths = [1], DiscriminatorWidths = [1],
            GeneratorSlope = slope, DiscriminatorSlope = slope, OutputScale = 3,
        };
        using var generator = new MlpGenerator(options);
        using var discriminator = new MlpDiscriminator(options);
        foreach (var input in new[] { -2.0, 2.0 })
        {
            var hidden = Leak(Line(generator, "layers.0", input));
            Assert.Equal(3 * Math.Tanh(Line(generator, "layers.2", hidden)), generator.Generate(full(1, 1, input)).ToDouble(), 1e-6);
            hidden = Leak(Line(discriminator, "layers.0", input));
            Assert.Equal(Line(discriminator, "layers.2", hidden), discriminator.Score(full(1, 1, input)).ToDouble(), 1e-6);
        }

        double Leak(double x) => x < 0 ? slope * x : x;
    }

    private static double Line(nn.Module module, string layer, double x)
    {
        var state = module.state_dict();
        return (state[layer + ".weight"].ToDouble() * x) + state[layer + ".bias"].ToDouble();
    }
}
