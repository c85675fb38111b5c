using Gan.Net.Imaging.Tests.Support;
using Gan.Net.IO;

namespace Gan.Net.Imaging.Tests;

/// <summary>Files of another writer and what it reads from them; every way in which a file can be refused.</summary>
public sealed class PictureFileReadTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public static TheoryData<string> Names => PictureFixtures.Names("pictures");

    public static TheoryData<string> BrokenNames => PictureFixtures.Names("broken");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_FileOfAnotherWriter_HasItsPixels(string name)
    {
        var expected = PictureFixtures.Find("pictures", name);
        var image = Read(PictureFixtures.Bytes(expected, "file"));
        Assert.Equal(
            (PictureFixtures.Number(expected, "width"), PictureFixtures.Number(expected, "height"), PictureFixtures.Number(expected, "channels")),
            (image.Width, image.Height, image.Channels));
        var tolerance = PictureFixtures.Number(expected, "tolerance");
        var pixels = PictureFixtures.Bytes(expected, "pixels");
        for (var i = 0; i < pixels.Length; i++)
        {
            // The colour of what nobody sees is anybody's.
            if (image.Channels < 4 || pixels[i | 3] > 0)
            {
                Assert.InRange(image.Pixels[i] - pixels[i], -tolerance, tolerance);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ReadInfo_FileOfAnotherWriter_IsWhatReadGives(string name)
    {
        var expected = PictureFixtures.Find("pictures", name);
        var info = PictureFile.ReadInfo(_folder.File("any.name", PictureFixtures.Bytes(expected, "file")));
        Assert.Equal(
            (PictureFixtures.Number(expected, "width"), PictureFixtures.Number(expected, "height"), PictureFixtures.Number(expected, "channels"), expected.GetProperty("format").GetString()),
            (info.Width, info.Height, info.Channels, info.Format.ToString()));
    }

    [Theory]
    [MemberData(nameof(BrokenNames))]
    public void Read_FileThatBreaksARule_IsRefused(string name) =>
        Assert.Throws<DataFormatException>(() => Read(PictureFixtures.Bytes(PictureFixtures.Find("broken", name), "file")));

    [Theory]
    [InlineData("PNG colours")]
    [InlineData("PNG 16 bits, gray")]
    [InlineData("JPEG colours")]
    [InlineData("JPEG progressive")]
    [InlineData("WebP lossy")]
    [InlineData("WebP lossless")]
    [InlineData("WebP animation")]
    [InlineData("WebP transparency")]
    [InlineData("BMP colours")]
    [InlineData("GIF")]
    public void Read_EveryTruncation_IsRefusedOrLacksNothing(string name)
    {
        var file = PictureFixtures.FileOf(name);
        var whole = Read(file).Pixels.ToArray();
        var taken = 0;
        foreach (var cut in Hostile.Truncations(file))
        {
            try
            {
                var pixels = Read(cut).Pixels.ToArray();
                Assert.Equal(whole, pixels);
                taken++;
            }
            catch (DataFormatException)
            {
            }
        }

        Assert.InRange(taken, 0, 24);
    }

    [Fact]
    public void Read_EveryBitOfAPngFlipped_IsRefusedOrChangesNothing()
    {
        var file = PictureFixtures.FileOf("PNG gray");
        var whole = Read(file).Pixels.ToArray();
        foreach (var flipped in Hostile.BitFlips(file))
        {
            try
            {
                Assert.Equal(whole, Read(flipped).Pixels.ToArray());
            }
            catch (DataFormatException)
            {
            }
        }
    }

    [Theory]
    [InlineData("JPEG colours", 800, "The picture is cut short or damaged: its file ends before its pixels do.")]
    [InlineData("JPEG colours", 1, "The file is no picture: it begins as none of PNG, JPEG, WebP, BMP and GIF does, or ends within its header.")]
    [InlineData("JPEG colours", 0, "The file is empty.")]
    public void Read_PartOfAFile_SaysSo(string name, int length, string problem) =>
        Assert.Equal($"test.file, offset 0: {problem}", Assert.Throws<DataFormatException>(() => Read(PictureFixtures.FileOf(name)[..length])).Message);

    [Theory]
    [InlineData("49492A0008000000", "a TIFF picture")]
    [InlineData("0000002066747970617669660000", "a HEIC, AVIF or video file")]
    [InlineData("255044462D312E37", "a PDF document")]
    [InlineData("504B0304140000", "a zip archive")]
    [InlineData("1F8B0800000000", "a gzip file")]
    [InlineData("384250530001", "a Photoshop file")]
    [InlineData("3C73766720", "an SVG, HTML or XML text")]
    [InlineData("48656C6C6F20776F726C640A", "a text")]
    public void Read_FileOfAnotherKind_NamesItAndTheRemedy(string start, string kind) => Assert.Equal(
        $"test.file, offset 0: The file is {kind}; PNG, JPEG, WebP, BMP and GIF pictures are read. Convert it.",
        Assert.Throws<DataFormatException>(() => Read(Convert.FromHexString(start))).Message);

    [Fact]
    public void Read_IconFile_NamesItsFormat()
    {
        byte[] icon = [0, 0, 1, 0, 1, 0, 23, 17, 0, 0, 1, 0, 32, 0, .. BitConverter.GetBytes(PictureFixtures.FileOf("PNG transparency").Length), 22, 0, 0, 0, .. PictureFixtures.FileOf("PNG transparency")];
        Assert.Equal(
            "test.file, offset 0: The file is a picture of the format Ico; PNG, JPEG, WebP, BMP and GIF pictures are read. Convert it.",
            Assert.Throws<DataFormatException>(() => Read(icon)).Message);
    }

    [Fact]
    public void Read_MorePixelsThanAllowed_SaysSoBeforeMemoryIsTaken()
    {
        var file = Scene.Written(new PixelImage(2000, 1000, 1), PictureFormat.Png);
        var refusal = Hostile.Refused(() => PictureFile.Read(new MemoryStream(file), "big.png", new PictureReadOptions { MaximumPixels = 1_999_999 }));
        Assert.Equal("big.png, offset 0: The picture is said to have 2000x1000 pixels; 1 to 1999999 are read.", refusal.Message);
        Assert.Equal(2000, PictureFile.Read(new MemoryStream(file), "big.png", new PictureReadOptions { MaximumPixels = 2_000_000 }).Width);
    }

    [Fact]
    public void Read_NeededSize_IsCoveredTwice()
    {
        var file = Scene.Written(new PixelImage(800, 400, 3), PictureFormat.Jpeg);
        var image = PictureFile.Read(new MemoryStream(file), "large.jpg", new PictureReadOptions { Needed = PictureSize.Square(50) });
        Assert.Equal((200, 100), (image.Width, image.Height));
    }

    [Fact]
    public void Read_NeededSizeOfATurnedPicture_MeansThePictureAsSeen()
    {
        // 23x17 as stored, seen as 17x23.
        var image = PictureFile.Read(new MemoryStream(PictureFixtures.FileOf("JPEG orientation 6")), "turned.jpg", new PictureReadOptions { Needed = new PictureSize(4, 5) });
        Assert.Equal((9, 12), (image.Width, image.Height));
    }

    [Fact]
    public void Read_Options_AreChecked() => Assert.Equal(
        "PictureReadOptions: MaximumPixels must be at least 1, was 0.",
        Assert.Throws<ArgumentException>(() => PictureFile.Read(_folder.File("a", [1]), new PictureReadOptions { MaximumPixels = 0 })).Message);

    private static PixelImage Read(byte[] file) => PictureFile.Read(new MemoryStream(file), "test.file");
}
