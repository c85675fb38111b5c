using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests.Folders;

/// <summary>What belongs to a set, what is left out, and that each sentence about it is true.</summary>
public sealed class ImageFolderListingTests : IDisposable
{
    private const string Endings = ".png, .jpg, .jpeg, .jpe, .jfif, .webp, .bmp, .dib, .gif";

    private readonly FolderScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Read_SubFolders_AreClassesByName()
    {
        _scene.Picture("dog/1.png", level: 9);
        _scene.Picture("cat/b.jpg", level: 2);
        _scene.Picture("cat/a.PNG", level: 1);
        _scene.Picture("cat/deeper/c.webp", level: 3);
        using var set = _scene.Read();
        Assert.Equal(["cat", "dog"], set.ClassNames);
        Assert.Equal((4L, 2), (set.Count, set.Classes));
        Assert.Equal([3L, 4, 4], set.SampleShape);
        Assert.Empty(set.LeftOut);
        Assert.Equal(_scene.At("cat/a.PNG"), set.PathOf(0));
        using var batch = set.Gather([3, 0, 2, 1], CPU);
        Assert.Equal([1L, 0, 0, 0], batch.Condition!.data<long>().ToArray());
        Assert.Equal([9, 1, 3, 2], FolderScene.Levels(batch));
    }

    [Fact]
    public void Read_NoSubFolders_HasNoLabels()
    {
        _scene.Picture("a.png");
        using var set = _scene.Read();
        using var batch = set.Gather([0], CPU);
        Assert.Null(batch.Condition);
        Assert.Null(set.Classes);
        Assert.Empty(set.ClassNames);
    }

    [Fact]
    public void Read_EveryEnding_IsTaken()
    {
        foreach (var name in (string[])["a.png", "b.jpg", "c.jpeg", "d.webp"])
        {
            _scene.Picture(name);
        }

        foreach (var name in (string[])["e.jpe", "f.JFIF", "g.bmp", "h.dib", "i.gif"])
        {
            _scene.Write(name, File.ReadAllBytes(_scene.At("b.jpg")));
        }

        using var set = _scene.Read();
        Assert.Equal(9, set.Count);
        set.Gather([0, 1, 2, 3, 4, 5, 6, 7, 8], CPU).Dispose();
    }

    [Fact]
    public void Read_OnePngAndManyJpegs_CountsAll()
    {
        _scene.Picture("a/1.png");
        for (var i = 0; i < 49; i++)
        {
            _scene.Picture($"b/{i}.jpg");
        }

        using var set = _scene.Read();
        Assert.Equal(50, set.Count);
    }

    [Fact]
    public void Read_HiddenFolders_AreNoClassesAndShiftNoLabel()
    {
        _scene.Picture("cat/a.png");
        _scene.Picture("cat/.ipynb_checkpoints/a.png");
        _scene.Picture(".ipynb_checkpoints/a.png");
        _scene.Picture("__MACOSX/cat/._a.png");
        _scene.Write("cat/._a.png", [0, 5, 22, 7]);
        using var set = _scene.Read();
        Assert.Equal(["cat"], set.ClassNames);
        Assert.Equal(1, set.Count);
        Assert.Equal("4 files or folders are hidden (.ipynb_checkpoints is one)", Assert.Single(set.LeftOut).ToString());
    }

    [Fact]
    public void Read_PicturesBesideClasses_AreCountedAndSaid()
    {
        _scene.Picture("cat/a.png");
        _scene.Picture("x.png");
        _scene.Picture("y.jpg");
        using var set = _scene.Read();
        Assert.Equal(1, set.Count);
        Assert.Equal("2 pictures lie beside the folders of the classes (x.png is one)", Assert.Single(set.LeftOut).ToString());
    }

    [Fact]
    public void Read_EmptySubFolder_IsNoClassAndIsSaid()
    {
        _scene.Picture("cat/a.png");
        Directory.CreateDirectory(_scene.At("bird"));
        _scene.Write("dog/readme.md", [1]);
        using var set = _scene.Read();
        Assert.Equal(["cat"], set.ClassNames);
        Assert.Equal(
            ["1 file is no picture that is read (dog/readme.md)", "2 sub-folders hold no picture (bird is one)"], set.LeftOut.Select(item => item.ToString()));
    }

    [Fact]
    public void Read_PicturesAndOnlyEmptySubFolders_HasNoClasses()
    {
        _scene.Picture("a.png");
        Directory.CreateDirectory(_scene.At("later"));
        using var set = _scene.Read();
        Assert.Equal((1L, (int?)null), (set.Count, set.Classes));
        Assert.Equal("1 sub-folder holds no picture (later)", Assert.Single(set.LeftOut).ToString());
    }

    [Fact]
    public void Read_OtherFiles_AreSkippedAndCounted()
    {
        _scene.Picture("a.png");
        _scene.Write("notes.txt", [1]);
        _scene.Write("a.json", [1]);
        _scene.Write("scan.tif", [1]);
        using var set = _scene.Read();
        Assert.Equal(new LeftOut { Reason = LeftOutReason.NoPicture, Count = 3, Example = "a.json" }, Assert.Single(set.LeftOut));
    }

    [Fact]
    public void Read_FolderWithinAFolder_IsReached()
    {
        // As archives unpack: set/set/cat/a.png beside set/__MACOSX.
        _scene.Picture("set/train/cat/a.png");
        _scene.Picture("set/train/dog/a.png");
        _scene.Write("__MACOSX/x", [1]);
        using var set = _scene.Read();
        Assert.Equal(["cat", "dog"], set.ClassNames);
        Assert.Equal("1 file or folder is hidden (__MACOSX)", Assert.Single(set.LeftOut).ToString());
    }

    [Fact]
    public void Read_TrainNamed_HasItsClasses()
    {
        _scene.Picture("train/a/1.png");
        _scene.Picture("train/b/1.png");
        _scene.Picture("test/a/1.png");
        using var set = ImageFolder.Read(_scene.At("train"));
        Assert.Equal(["a", "b"], set.ClassNames);
    }

    [Fact]
    public void Read_PartsOfADataSet_AreNoClasses()
    {
        _scene.Picture("train/a/1.png");
        _scene.Picture("test/a/1.png");
        var error = Assert.Throws<DataFormatException>(() => _scene.Read());
        Assert.Equal($"{_scene.Path}, offset 0: The folder holds the parts of a data set (test, train), not classes. Name one of them, such as '{_scene.At("train")}'.", error.Message);
    }

    [Fact]
    public void Read_EmptyFolder_SaysSo() => Assert.Equal(
        $"The folder '{_scene.Path}' is empty. Pictures are files that end in {Endings}.", Assert.Throws<FileNotFoundException>(() => _scene.Read()).Message);

    [Fact]
    public void Read_NoPicture_SaysWhatIsThere()
    {
        Directory.CreateDirectory(_scene.At("cat"));
        Directory.CreateDirectory(_scene.At("dog"));
        _scene.Write("cat/a.txt", [1]);
        _scene.Write(".hidden/a.png", [1]);
        var error = Assert.Throws<FileNotFoundException>(() => _scene.Read());
        Assert.Equal(
            $"There is no picture ({Endings}) in '{_scene.Path}' or its sub-folders: 1 file is no picture that is read (cat/a.txt); 1 file or folder is hidden (.hidden); "
            + "2 sub-folders hold no picture (cat is one).", error.Message);
    }

    [Fact]
    public void Read_NoFolder_SaysSo() =>
        Assert.Equal($"There is no folder '{_scene.At("no")}'.", Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Read(_scene.At("no"))).Message);

    [Fact]
    public void Read_FileForAFolder_SaysSo()
    {
        var path = _scene.Picture("a.png");
        Assert.Equal($"A folder of pictures is wanted; '{path}' is a file.", Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Read(path)).Message);
    }

    [LinuxFact]
    public void Read_Links_AreFollowedOnce()
    {
        _scene.Picture("real/deep/a.png");
        Directory.CreateSymbolicLink(_scene.At("linked"), _scene.At("real/deep"));
        Directory.CreateSymbolicLink(_scene.At("real/deep/up"), _scene.At("real"));
        using var set = _scene.Read();
        Assert.Equal((2L, 2), (set.Count, set.Classes));
    }
}
