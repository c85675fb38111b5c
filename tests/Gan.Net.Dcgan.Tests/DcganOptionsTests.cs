namespace Gan.Net.Dcgan.Tests;

public sealed class DcganOptionsTests
{
    private const string EverythingWrong =
        "DcganOptions: ImageSize must be base·2^k with a base of 4 to 7 and k at least 1, such as 28, 32, 64 or 128, was 30; "
        + "Channels must be at least 1, was 0; Width must be at least 1, was -1; Latent.Size must be at least 1, was 0; "
        + "DiscriminatorSlope must be in [0, 1), was 1; DiscriminatorNorm must be a known Norm, was 9; "
        + "GeneratorLabels must be a known DcganLabels, was 9.";

    [Fact]
    public void Create_EverythingWrong_OneExceptionNamesAll()
    {
        var options = new DcganOptions
        {
            ImageSize = 30, Channels = 0, Width = -1, Latent = new LatentSpace { Size = 0 }, DiscriminatorSlope = 1,
            DiscriminatorNorm = (Norm)9, GeneratorLabels = (DcganLabels)9,
        };

        Assert.Equal(EverythingWrong, Assert.Throws<ArgumentException>(() => new DcganGenerator(options)).Message);
        Assert.Equal(EverythingWrong, Assert.Throws<ArgumentException>(() => new DcganDiscriminator(options)).Message);
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-28)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(18)]
    [InlineData(27)]
    [InlineData(30)]
    [InlineData(36)]
    [InlineData(100)]
    public void Create_SizeThatIsNotBaseTimesAPowerOfTwo_IsRefused(int size)
    {
        var failure = Assert.Throws<ArgumentException>(() => new DcganGenerator(new DcganOptions { ImageSize = size }));

        Assert.Equal(
            $"DcganOptions: ImageSize must be base·2^k with a base of 4 to 7 and k at least 1, such as 28, 32, 64 or 128, was {size}.", failure.Message);
    }

    [Fact]
    public void Create_NoOptions_NamesTheParameter()
    {
        Assert.Throws<ArgumentNullException>("options", () => new DcganGenerator(null!));
        Assert.Throws<ArgumentNullException>("options", () => new DcganDiscriminator(null!));
    }

    [Fact]
    public void Paper64_Preset_IsThePapers() =>
        Assert.Equal(
            new DcganOptions
            {
                ImageSize = 64, Channels = 3, Width = 64, DiscriminatorSlope = .2, DiscriminatorNorm = Norm.Batch,
                Latent = new LatentSpace { Size = 100, Prior = LatentPrior.Normal }, Seed = 0,
            },
            DcganOptions.Paper64);

    [Fact]
    public void Mnist28_Preset_IsGray() => Assert.Equal(DcganOptions.Paper64 with { ImageSize = 28, Channels = 1 }, DcganOptions.Mnist28);
}
