using Gan.Net.Cli.Tests.Support;
using Gan.Net.Data;
using Gan.Net.Imaging;

namespace Gan.Net.Cli.Tests;

/// <summary>Two runs of one step each serve all of these.</summary>
public sealed class SampleTests : IClassFixture<SampleTests.Runs>, IDisposable
{
    private readonly Runs _runs;
    private readonly ScratchFolder _folder = new();

    public SampleTests(Runs runs) => _runs = runs;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sample_Png_IsAGridOfAll()
    {
        var output = Sample("digits", "grid.png", "--count", "5");

        var picture = PictureFile.Read(_folder.File("grid.png"));
        Assert.Equal((3 * 58 + 2, 2 * 58 + 2, 1), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal("5 samples in grid.png", output.Trim());
    }

    [Theory]
    [InlineData("grid.jpg", PictureFormat.Jpeg)]
    [InlineData("grid.webp", PictureFormat.WebP)]
    public void Sample_OtherPictureFormats_AreByTheEnding(string file, PictureFormat format)
    {
        Sample("digits", file, "--count", "5");

        Assert.Equal((format, 3 * 58 + 2), (PictureFile.ReadInfo(_folder.File(file)).Format, PictureFile.ReadInfo(_folder.File(file)).Width));
    }

    [Fact]
    public void Sample_PngOfPoints_IsAScatter()
    {
        Sample("ring", "points.png", "--count", "500");

        var picture = PictureFile.Read(_folder.File("points.png"));
        Assert.Equal((480, 480, 3), (picture.Width, picture.Height, picture.Channels));
    }

    [Theory]
    [InlineData("all.idx")]
    [InlineData("all.idx.gz")]
    public void Sample_Idx_HoldsAllOfThem(string file)
    {
        Sample("digits", file, "--count", "601");

        var array = IdxFile.Read(_folder.File(file));
        Assert.Equal([601, 28, 28], array.Shape);
        Assert.True(array.Content.IndexOfAnyExcept((byte)0) >= 0);
    }

    [Fact]
    public void Sample_Csv_HoldsThePoints()
    {
        Sample("ring", "points.csv", "--count", "3");

        var lines = File.ReadAllLines(_folder.File("points.csv"));
        Assert.Equal("x,y", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.All(lines[1..], line => Assert.Matches("^-?[0-9.E-]+,-?[0-9.E-]+$", line));
    }

    [Fact]
    public void Sample_SameSeed_GivesTheSameBytes()
    {
        Sample("digits", "a.idx.gz", "--count", "20", "--seed", "3");
        Sample("digits", "b.idx.gz", "--count", "20", "--seed", "3");
        Sample("digits", "c.idx.gz", "--count", "20", "--seed", "4");

        Assert.Equal(Bytes("a.idx.gz"), Bytes("b.idx.gz"));
        Assert.NotEqual(Bytes("a.idx.gz"), Bytes("c.idx.gz"));
    }

    [Fact]
    public void Sample_MoreOfThem_BeginsWithTheSame()
    {
        Sample("digits", "few.idx", "--count", "10");
        Sample("digits", "many.idx", "--count", "300");

        Assert.Equal(IdxFile.Read(_folder.File("few.idx")).Content.ToArray(), IdxFile.Read(_folder.File("many.idx")).Content[..(10 * 784)].ToArray());
    }

    [Fact]
    public void Sample_CountNotGiven_IsSixtyFour() => Assert.Equal("64 samples in x.idx", Sample("digits", "x.idx").Trim());

    private string Sample(string run, string file, params string[] arguments) =>
        GanNet.Run(_folder.Path, ["sample", "--run", _runs.Of(run), "--out", file, .. arguments]).Succeeded();

    private byte[] Bytes(string file) => File.ReadAllBytes(_folder.File(file));

    /// <summary>A run on points and one on pictures.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly ScratchFolder _folder = new();

        public Runs()
        {
            GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--steps", "1", "--out", "ring").Succeeded();
            GanNet.Run(_folder.Path, "train", "--model", "dcgan", "--data", "digits", "--batch", "4", "--width", "4", "--steps", "1", "--out", "digits").Succeeded();
        }

        public string Of(string name) => _folder.File(name);

        public void Dispose() => _folder.Dispose();
    }
}
