using Gan.Net.Imaging;
using Gan.Net.Reporting.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Latents;

public sealed class InterpolationPictureTests
{
    private static readonly InterpolationOptions Options = new() { Pairs = 3, Steps = 4, Grid = new SampleGridOptions { Padding = 0 } };

    [Fact]
    public void Draw_Grid_HasARowForEachPair()
    {
        using var generator = new OnePixelGenerator();
        var picture = InterpolationPicture.Draw(generator, Options);

        Assert.Equal((4, 3, 1), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal([12], generator.Counts);
    }

    [Fact]
    public void Draw_LinearRow_ChangesEvenlyBetweenItsEnds()
    {
        using var generator = new OnePixelGenerator();
        var picture = InterpolationPicture.Draw(generator, Options with { Path = LatentPath.Linear });

        for (var y = 0; y < 3; y++)
        {
            var row = picture.Row(y);
            Assert.InRange(row[1], (2 * row[0] + row[3]) / 3 - 1, (2 * row[0] + row[3]) / 3 + 1);
            Assert.InRange(row[2], (row[0] + 2 * row[3]) / 3 - 1, (row[0] + 2 * row[3]) / 3 + 1);
        }
    }

    [Theory]
    [InlineData(LatentPrior.Normal, LatentPath.Spherical)]
    [InlineData(LatentPrior.Uniform, LatentPath.Linear)]
    public void Draw_PathNotGiven_FollowsThePrior(LatentPrior prior, LatentPath path)
    {
        using var generator = new OnePixelGenerator { Latent = new LatentSpace { Size = 3, Prior = prior } };

        Assert.Equal(Bytes(generator, Options with { Path = path }), Bytes(generator, Options));
    }

    [Fact]
    public void Draw_SameSeed_IsTheSameAndAnotherDiffers()
    {
        using var generator = new OnePixelGenerator();

        Assert.Equal(Bytes(generator, Options), Bytes(generator, Options));
        Assert.NotEqual(Bytes(generator, Options), Bytes(generator, Options with { Seed = 1 }));
    }

    [Fact]
    public void Draw_GeneratorInTraining_EvaluatesAndGoesOnTraining()
    {
        using var generator = new OnePixelGenerator();

        InterpolationPicture.Draw(generator, Options);

        Assert.Equal([false], generator.Modes);
        Assert.True(generator.training);
    }

    [Fact]
    public void Draw_OptionsOutOfRange_AreAllNamed()
    {
        using var generator = new OnePixelGenerator();
        var error = Assert.Throws<ArgumentException>(() => InterpolationPicture.Draw(generator, new InterpolationOptions { Pairs = 0, Steps = 1 }));

        Assert.Equal("InterpolationOptions: Pairs must be at least 1, was 0; Steps must be at least 2, was 1.", error.Message);
    }

    private static byte[] Bytes(IGenerator generator, InterpolationOptions options) => InterpolationPicture.Draw(generator, options).Pixels.ToArray();
}
