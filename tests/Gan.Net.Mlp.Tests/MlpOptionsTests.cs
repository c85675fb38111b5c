namespace Gan.Net.Mlp.Tests;

public sealed class MlpOptionsTests
{
    private const string EverythingWrong =
        "MlpOptions: Latent.Size must be at least 1, was 0; SampleShape must name sizes of at least 1, was [2, 0]; "
        + "GeneratorWidths must be at least 1 each, was [64, 0]; DiscriminatorWidths must be at least 1 each, was [-1]; "
        + "GeneratorSlope must be in [0, 1), was 1; DiscriminatorSlope must be in [0, 1), was -0.1; OutputScale must be positive, was 0.";

    [Fact]
    public void Create_EverythingWrong_OneExceptionNamesAll()
    {
        var options = new MlpOptions
        {
            Latent = new LatentSpace { Size = 0 },
            SampleShape = [2, 0],
            GeneratorWidths = [64, 0],
            DiscriminatorWidths = [-1],
            GeneratorSlope = 1,
            DiscriminatorSlope = -.1,
            OutputScale = 0,
        };

        Assert.Equal(EverythingWrong, Assert.Throws<ArgumentException>(() => new MlpGenerator(options)).Message);
        Assert.Equal(EverythingWrong, Assert.Throws<ArgumentException>(() => new MlpDiscriminator(options)).Message);
    }

    [Fact]
    public void Create_UnknownKinds_OneExceptionNamesAll()
    {
        var options = new MlpOptions
        {
            GeneratorActivation = (MlpActivation)9,
            DiscriminatorActivation = (MlpActivation)9,
            GeneratorNorm = (Norm)9,
            DiscriminatorNorm = (Norm)9,
            Output = (MlpOutput)9,
            Weights = (MlpWeights)9,
        };

        Assert.Equal(
            "MlpOptions: GeneratorActivation must be a known MlpActivation, was 9; DiscriminatorActivation must be a known MlpActivation, was 9; "
            + "GeneratorNorm must be a known Norm, was 9; DiscriminatorNorm must be a known Norm, was 9; Output must be a known MlpOutput, was 9; "
            + "Weights must be a known MlpWeights, was 9.",
            Assert.Throws<ArgumentException>(() => new MlpGenerator(options)).Message);
    }

    [Fact]
    public void Create_NoSampleShape_IsRefused() =>
        Assert.Equal(
            "MlpOptions: SampleShape must name sizes of at least 1, was [].",
            Assert.Throws<ArgumentException>(() => new MlpGenerator(new MlpOptions { SampleShape = [] })).Message);

    [Fact]
    public void Create_NoOptions_NamesTheParameter()
    {
        Assert.Throws<ArgumentNullException>("options", () => new MlpGenerator(null!));
        Assert.Throws<ArgumentNullException>("options", () => new MlpDiscriminator(null!));
    }

    [Fact]
    public void Ring_Preset_HasThePublishedSizes()
    {
        Assert.Equal(new LatentSpace { Size = 10, Prior = LatentPrior.Normal }, MlpOptions.Ring.Latent);
        Assert.Equal([2L], MlpOptions.Ring.SampleShape);
        Assert.Equal([64, 32], MlpOptions.Ring.GeneratorWidths);
        Assert.Equal([32, 16], MlpOptions.Ring.DiscriminatorWidths);
        Assert.Equal((0, .2), (MlpOptions.Ring.GeneratorSlope, MlpOptions.Ring.DiscriminatorSlope));
    }

    [Fact]
    public void Mnist_Preset_HasThePublishedSizes()
    {
        Assert.Equal(new LatentSpace { Size = 100, Prior = LatentPrior.Normal }, MlpOptions.Mnist.Latent);
        Assert.Equal([1L, 28, 28], MlpOptions.Mnist.SampleShape);
        Assert.Equal([256, 512], MlpOptions.Mnist.GeneratorWidths);
        Assert.Equal([512, 256], MlpOptions.Mnist.DiscriminatorWidths);
        Assert.Equal((.2, .2), (MlpOptions.Mnist.GeneratorSlope, MlpOptions.Mnist.DiscriminatorSlope));
        Assert.Equal(1, MlpOptions.Mnist.OutputScale);
    }
}
