using Gan.Net.Imaging.Tests.Support;

namespace Gan.Net.Imaging.Tests;

public sealed class PictureFileWriteTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 9, 3)]
    [InlineData(13, 1, 4)]
    [InlineData(28, 28, 1)]
    [InlineData(65, 33, 3)]
    [InlineData(31, 40, 4)]
    public void Write_Png_ReadsBackEqual(int width, int height, int channels)
    {
        var image = Scene.Picture(width, height, channels);
        var path = _folder.File("picture.png");
        PictureFile.Write(image, path);
        var read = PictureFile.Read(path);
        Assert.Equal((width, height, channels), (read.Width, read.Height, read.Channels));
        Assert.Equal(image.Pixels.ToArray(), read.Pixels.ToArray());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Write_WebPWithoutQuality_LosesNothing(int channels)
    {
        var image = Scene.Picture(31, 20, channels);
        for (var i = 3; i < image.Pixels.Length; i += 4)
        {
            // Colours that nobody sees are not kept: at least one level of opacity.
            image.Pixels[i] = channels == 4 ? Math.Max((byte)1, image.Pixels[i]) : image.Pixels[i];
        }

        PictureFile.Write(image, _folder.File("a.webp"));
        var read = PictureFile.Read(_folder.File("a.webp"));
        Assert.Equal(channels, read.Channels);
        Assert.Equal(image.Pixels.ToArray(), read.Pixels.ToArray());
    }

    [Fact]
    public void Write_Quality_TradesSizeForLoss()
    {
        var image = Scene.Picture(64, 64, 3);
        foreach (var format in (PictureFormat[])[PictureFormat.Jpeg, PictureFormat.WebP])
        {
            var (low, high) = (Scene.Written(image, format, new() { Quality = 10 }), Scene.Written(image, format, new() { Quality = 95 }));
            Assert.True(low.Length < high.Length / 2, $"{format}: {low.Length} and {high.Length} bytes.");
            Assert.InRange(MeanDifference(image, high), 0, MeanDifference(image, low) * 0.7);
        }
    }

    [Theory]
    [InlineData("gray.jpg", PictureFormat.Jpeg, 1)]
    [InlineData("gray.JPEG", PictureFormat.Jpeg, 1)]
    [InlineData("gray.webp", PictureFormat.WebP, 3)]
    [InlineData("gray.PNG", PictureFormat.Png, 1)]
    public void Write_Ending_ChoosesTheFormat(string name, PictureFormat format, int channels)
    {
        PictureFile.Write(new PixelImage(8, 8, 1), _folder.File(name));
        var info = PictureFile.ReadInfo(_folder.File(name));
        Assert.Equal((format, channels), (info.Format, info.Channels));
    }

    [Fact]
    public void Write_OtherEnding_IsRefusedAndNothingIsThere()
    {
        var error = Assert.Throws<ArgumentException>(() => PictureFile.Write(new PixelImage(1, 1, 1), _folder.File("a.gif")));
        Assert.StartsWith($"Pictures are written to names that end in .png, .jpg, .jpeg or .webp; '{_folder.File("a.gif")}' was given.", error.Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_FormatsThatAreOnlyRead_AreRefused()
    {
        Assert.Equal("Bmp pictures are read but not written. Write PNG, JPEG or WebP.", Assert.Throws<ArgumentException>(() => Scene.Written(new PixelImage(1, 1, 1), PictureFormat.Bmp)).Message);
        Assert.Equal("Gif pictures are read but not written. Write PNG, JPEG or WebP.", Assert.Throws<ArgumentException>(() => Scene.Written(new PixelImage(1, 1, 1), PictureFormat.Gif)).Message);
    }

    [Fact]
    public void Write_TransparencyAsJpeg_NamesTheRemedyAndKeepsTheOldFile()
    {
        var path = _folder.File("a.jpg", [7]);
        var error = Assert.Throws<ArgumentException>(() => PictureFile.Write(new PixelImage(1, 1, 4), path));
        Assert.StartsWith("JPEG holds no transparency. Lay the picture over a colour with Flatten, or write PNG or WebP.", error.Message);
        Assert.Equal([7], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_LongerThanTheFormatHolds_SaysSo() => Assert.StartsWith(
        "The picture has 16384x1 pixels; WebP holds at most 16383 along a side.",
        Assert.Throws<ArgumentException>(() => Scene.Written(new PixelImage(16384, 1, 1), PictureFormat.WebP)).Message);

    [Fact]
    public void Write_Quality_IsChecked() => Assert.Equal(
        "PictureWriteOptions: Quality must be from 1 to 100, was 101.",
        Assert.Throws<ArgumentException>(() => PictureFile.Write(new PixelImage(1, 1, 1), _folder.File("a.png"), new() { Quality = 101 })).Message);

    [Fact]
    public void Write_SamePicture_GivesTheSameBytes() =>
        Assert.Equal(Scene.Written(Scene.Picture(40, 30, 3), PictureFormat.Png), Scene.Written(Scene.Picture(40, 30, 3), PictureFormat.Png));

    private static double MeanDifference(PixelImage image, byte[] file) =>
        PictureFile.Read(new MemoryStream(file), "test").Pixels.ToArray().Zip(image.Pixels.ToArray(), (x, y) => Math.Abs(x - y)).Average();
}
