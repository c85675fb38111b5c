using Gan.Net.Imaging;
using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests.Folders;

/// <summary>How files become samples: sizes, channels, backgrounds, crops, flips, and what happens to damaged ones.</summary>
public sealed class ImageFolderSampleTests : IDisposable
{
    private readonly FolderScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Gather_Bytes_BecomeMinusOneToOneInPlanes()
    {
        PictureFile.Write(new PixelImage(2, 1, 3, [0, 51, 102, 153, 204, 255]), _scene.At("a.png"));
        using var set = _scene.Read();
        using var batch = set.Gather([0], CPU);
        Assert.Equal([1L, 3, 1, 2], batch.Samples.shape);
        Assert.Equal([-1f, 0.2f, -0.6f, 0.6f, -0.2f, 1f], batch.Samples.data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Fact]
    public void Gather_TwoSizesWithoutASize_NamesBothFilesAndTheRemedy()
    {
        _scene.Picture("a.png", 2, 1);
        _scene.Picture("b.png", 2, 2);
        using var set = _scene.Read();
        var error = Assert.Throws<DataFormatException>(() => set.Gather([0, 1], CPU));
        Assert.Equal($"{_scene.At("b.png")}, offset 0: The picture is 2x2; '{_scene.At("a.png")}' is 2x1. Set ImageFolderOptions.Size to bring all to one size.", error.Message);
    }

    [Theory]
    [InlineData(PictureFit.CentreCrop)]
    [InlineData(PictureFit.RandomCrop)]
    [InlineData(PictureFit.Stretch)]
    public void Gather_AnySizeAndFormat_FillsTheSize(PictureFit fit)
    {
        _scene.Picture("a.png", 300, 7);
        _scene.Picture("b.jpg", 5, 400);
        _scene.Picture("c.webp", 1, 1);
        _scene.Picture("d.png", 64, 64, 1);
        _scene.Picture("e.png", 2000, 1, 4);
        using var set = _scene.Read(new() { Size = new PictureSize(12, 8), Fit = fit, RandomFlip = true });
        using var batch = set.Gather([0, 1, 2, 3, 4], 3, CPU);
        Assert.Equal([5L, 3, 8, 12], batch.Samples.shape);
    }

    [Fact]
    public void Gather_CentreCrop_KeepsTheMiddleAndTheShape()
    {
        // White, but for a black square in the middle; the edges of a long picture are not seen.
        var image = new PixelImage(400, 100, 1);
        image.Pixels.Fill(255);
        for (var y = 25; y < 75; y++)
        {
            image.Row(y).Slice(175, 50).Clear();
        }

        PictureFile.Write(image, _scene.At("a.png"));
        using var set = _scene.Read(new() { Size = PictureSize.Square(4), Filter = ResizeFilter.Bilinear });
        using var batch = set.Gather([0], CPU);
        using var bytes = Pixels.ToBytes(batch.Samples);
        var pixels = bytes.bytes.ToArray();
        Assert.True(pixels[5] < 64 && pixels[10] < 64 && pixels[0] > 224 && pixels[15] > 224, string.Join(' ', pixels));
    }

    [Fact]
    public void Gather_RandomCrop_DependsOnSeedEpochAndIndexAlone()
    {
        _scene.Picture("a.png", 64, 16);
        _scene.Picture("b.png", 64, 16);
        var options = new ImageFolderOptions { Size = PictureSize.Square(16), Fit = PictureFit.RandomCrop, RandomFlip = true, Seed = 7 };
        using var set = _scene.Read(options);
        using var uncached = _scene.Read(options with { CacheLimit = 0 });
        using var otherSeed = _scene.Read(options with { Seed = 8 });
        var epochs = Enumerable.Range(0, 20).Select(epoch => Text(set, [0, 1], epoch)).ToList();
        Assert.Equal(epochs.Reverse<string>(), Enumerable.Range(0, 20).Reverse().Select(epoch => Text(uncached, [0, 1], epoch)));
        Assert.Equal(epochs[3], $"{Text(set, [0], 3)}|{Text(set, [1], 3)}");
        Assert.InRange(epochs.Distinct().Count(), 18, 20);
        Assert.NotEqual(epochs[0], Text(otherSeed, [0, 1], 0));
    }

    [Fact]
    public void Gather_RandomFlip_MirrorsHalfOfTheEpochs()
    {
        PictureFile.Write(new PixelImage(2, 1, 1, [10, 20]), _scene.At("a.png"));
        using var set = _scene.Read(new() { RandomFlip = true });
        var epochs = Enumerable.Range(0, 200).Select(epoch => Text(set, [0], epoch)).ToList();
        Assert.Equal(["10 20", "20 10"], epochs.Distinct().Order());
        Assert.InRange(epochs.Count(text => text == "20 10"), 75, 125);
    }

    [Fact]
    public void Gather_Transparency_IsLaidOverTheBackground()
    {
        PictureFile.Write(new PixelImage(1, 1, 4, [10, 20, 30, 0]), _scene.At("a.png"));
        PictureFile.Write(new PixelImage(1, 1, 4, [10, 20, 30, 255]), _scene.At("b.png"));
        using var white = _scene.Read();
        using var black = _scene.Read(new() { Background = Colour.Black });
        Assert.Equal(("255 255 255|10 20 30", "0 0 0|10 20 30"), (Text(white, [0, 1]), Text(black, [0, 1])));
    }

    [Fact]
    public void Channels_GrayAndColours_AreBroughtTogether()
    {
        _scene.Picture("a.png", channels: 1, level: 5);
        _scene.Picture("b.png", channels: 3, level: 6);
        using var colours = _scene.Read();
        using var gray = _scene.Read(new() { Channels = 1 });
        Assert.Equal((3L, 1L), (colours.SampleShape[0], gray.SampleShape[0]));
        Assert.Equal([5, 6], FolderScene.Levels(colours.Gather([0, 1], CPU)));
        Assert.Equal([5, 6], FolderScene.Levels(gray.Gather([0, 1], CPU)));
    }

    [Fact]
    public void Gather_ColoursAmongGray_NamesTheFileAndTheRemedy()
    {
        for (var i = 0; i < 66; i++)
        {
            // Of these the pictures 0, 2, 4... are looked at.
            _scene.Picture($"{i:D2}.png", channels: i == 33 ? 3 : 1);
        }

        using var set = _scene.Read();
        Assert.Equal(1, set.SampleShape[0]);
        Assert.Equal(
            $"{_scene.At("33.png")}, offset 0: The picture has colours; those looked at when the folder was opened are gray. Set ImageFolderOptions.Channels to 3, or to 1 to make all gray.",
            Assert.Throws<DataFormatException>(() => set.Gather([33], CPU)).Message);
    }

    [Fact]
    public void Gather_DamagedPicture_IsNamedAndTheSetGoesOn()
    {
        _scene.Picture("a.png");
        _scene.Write("b.png", File.ReadAllBytes(_scene.Picture("c.png"))[..60]);
        using var set = _scene.Read();
        var error = Assert.Throws<DataFormatException>(() => set.Gather([0, 1, 2], CPU));
        Assert.Equal($"{_scene.At("b.png")}, offset 0: The picture is cut short or damaged: its file ends before its pixels do.", error.Message);
        set.Gather([0, 2], CPU).Dispose();
        Assert.Equal([error.Message], set.FindDamaged());
    }

    [Fact]
    public void Gather_DamagedPictureToReplace_TakesTheNextWithItsLabel()
    {
        _scene.Picture("cat/a.png", level: 1);
        _scene.Write("cat/b.png", [1, 2, 3]);
        _scene.Picture("dog/a.png", level: 3);
        using var set = _scene.Read(new() { Damaged = DamagedPictures.Replace, CacheLimit = 0 });
        using var batch = set.Gather([0, 1, 2], CPU);
        Assert.Equal([1, 3, 3], FolderScene.Levels(batch));
        Assert.Equal([0L, 1, 1], batch.Condition!.data<long>().ToArray());
        Assert.StartsWith(_scene.At("cat/b.png"), Assert.Single(set.Damaged), StringComparison.Ordinal);
    }

    [Fact]
    public void Gather_OnlyDamagedPicturesToReplace_IsRefused()
    {
        _scene.Write("a.png", [1, 2, 3]);
        _scene.Write("b.png", [1, 2, 3]);
        using var set = _scene.Read(new() { Size = PictureSize.Square(4), Channels = 3, Damaged = DamagedPictures.Replace });
        Assert.Throws<DataFormatException>(() => set.Gather([1], CPU));
        Assert.Equal(2, set.Damaged.Count);
    }

    [Fact]
    public void Read_Options_AreAllChecked() => Assert.Equal(
        "ImageFolderOptions: Size must have sides from 1 to 8192, was 9000x1; Channels must be 1 or 3, or null, was 4; Margin must be from 1 to 4, was 0; "
        + "MaximumPixels must be at least 1, was 0; CacheLimit must be at least 0, was -1; Threads must be from 1 to 64, or null, was 0.",
        Assert.Throws<ArgumentException>(() => _scene.Read(new() { Size = new PictureSize(9000, 1), Channels = 4, Margin = 0, MaximumPixels = 0, CacheLimit = -1, Threads = 0 })).Message);

    [Fact]
    public void Read_RandomCropWithoutASize_IsRefused() => Assert.Equal(
        "ImageFolderOptions: Fit needs a Size, was RandomCrop.", Assert.Throws<ArgumentException>(() => _scene.Read(new() { Fit = PictureFit.RandomCrop })).Message);

    private static string Text(ImageFolder set, long[] indices, long epoch = 0)
    {
        using var batch = set.Gather(indices, epoch, CPU);
        using var bytes = Pixels.ToBytes(batch.Samples);
        return string.Join('|', bytes.bytes.ToArray().Chunk((int)(bytes.numel() / indices.Length)).Select(sample => string.Join(' ', sample)));
    }
}
