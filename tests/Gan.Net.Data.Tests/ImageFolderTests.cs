using Gan.Net.Imaging;
using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_SubFolders_AreClassesByName()
    {
        Png.Write(new PixelImage(2, 1, 3, [0, 51, 102, 153, 204, 255]), _folder.File("dog/1.png"));
        Png.Write(new PixelImage(2, 1, 3), _folder.File("cat/b.png"));
        Png.Write(new PixelImage(2, 1, 3), _folder.File("cat/a.PNG"));
        _folder.File("cat/notes.txt", [1]);
        using var set = ImageFolder.Read(_folder.Path);
        Assert.Equal(["cat", "dog"], set.ClassNames);
        Assert.Equal((3L, 2), (set.Count, set.Classes));
        Assert.Equal([3L, 1, 2], set.SampleShape);
        using var batch = set.Gather([2, 0], CPU);
        Assert.Equal([1L, 0], batch.Condition!.data<long>().ToArray());
        Assert.Equal([-1f, 0.2f, -0.6f, 0.6f, -0.2f, 1f], batch.Samples[0].data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    [Fact]
    public void Read_NoSubFolders_HasNoLabels()
    {
        Png.Write(new PixelImage(2, 2, 1, [1, 2, 3, 4]), _folder.File("a.png"));
        using var set = ImageFolder.Read(_folder.Path);
        using var batch = set.Gather([0], CPU);
        Assert.Null(batch.Condition);
        Assert.Null(set.Classes);
        Assert.Empty(set.ClassNames);
    }

    [Fact]
    public void Read_OpaqueAlpha_IsLeftOut()
    {
        Png.Write(new PixelImage(1, 1, 4, [1, 2, 3, 255]), _folder.File("a.png"));
        using var set = ImageFolder.Read(_folder.Path);
        Assert.Equal([3L, 1, 1], set.SampleShape);
    }

    [Fact]
    public void Read_TransparentPicture_IsRefused()
    {
        Png.Write(new PixelImage(2, 1, 4, [1, 2, 3, 255, 1, 2, 3, 254]), _folder.File("a.png"));
        var error = Assert.Throws<DataFormatException>(() => ImageFolder.Read(_folder.Path));
        Assert.Equal($"{_folder.File("a.png")}, offset 0: The picture is transparent at pixel 1. Save it without an alpha channel.", error.Message);
    }

    [Fact]
    public void Read_TwoSizes_NamesBothFiles()
    {
        Png.Write(new PixelImage(2, 1, 3), _folder.File("a.png"));
        Png.Write(new PixelImage(2, 2, 1), _folder.File("b.png"));
        var error = Assert.Throws<DataFormatException>(() => ImageFolder.Read(_folder.Path));
        Assert.Equal($"{_folder.File("b.png")}, offset 0: The picture is 2x2 with 1 channels; {_folder.File("a.png")} is 2x1 with 3.", error.Message);
    }

    [Fact]
    public void Read_NoPicture_SaysSo()
    {
        var error = Assert.Throws<FileNotFoundException>(() => ImageFolder.Read(_folder.Path));
        Assert.Equal($"There is no picture (*.png) in '{_folder.Path}' or its sub-folders.", error.Message);
    }
}
