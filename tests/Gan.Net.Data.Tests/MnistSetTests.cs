using Gan.Net.Data.Tests.Support;
using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public sealed class MnistSetTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RealTestPart_HasThePublishedNumbers()
    {
        using var set = MnistSet.Read(SharedData.At("data/mnist"), MnistPart.Test);
        Assert.Equal((10_000L, 10), (set.Count, set.Classes));
        Assert.Equal([1L, 28, 28], set.SampleShape);
        using var batch = set.Gather([.. Enumerable.Range(0, 10_000).Select(i => (long)i)], CPU);
        int[] perClass = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009];
        Assert.Equal(perClass, Enumerable.Range(0, 10).Select(digit => batch.Condition!.data<long>().Count(label => label == digit)));
        Assert.Equal([7L, 2, 1, 0, 4, 1, 4, 9, 5, 9], batch.Condition!.data<long>().ToArray()[..10]);
        Assert.Equal((-1f, 1f), (batch.Samples.min().item<float>(), batch.Samples.max().item<float>()));
    }

    [Fact]
    public void Read_RealTrainPart_HasThePublishedNumbers()
    {
        using var set = MnistSet.Read(SharedData.At("data/mnist"));
        Assert.Equal((60_000L, 10), (set.Count, set.Classes));
        using var batch = set.Gather([.. Enumerable.Range(0, 60_000).Select(i => (long)i)], CPU);
        Assert.Equal([5L, 0, 4, 1, 9, 2, 1, 3, 1, 4], batch.Condition!.data<long>().ToArray()[..10]);

        // The mean that everybody normalises by: 0.1307 of 1.
        Assert.Equal(2 * 0.1307 - 1, batch.Samples.mean().item<float>(), 1e-4);
    }

    [Fact]
    public void Read_FolderWithPlainAndPackedFiles_TakesBoth()
    {
        IdxFile.Write(_folder.File("train-images-idx3-ubyte.gz"), new IdxArray([2, 1, 1], [0, 255]));
        IdxFile.Write(_folder.File("train-labels-idx1-ubyte"), new IdxArray([2], [4, 9]));
        using var set = MnistSet.Read(_folder.Path);
        using var batch = set.Gather([1], CPU);
        Assert.Equal((1f, 9L), (batch.Samples.item<float>(), batch.Condition!.item<long>()));
    }

    [Theory]
    [InlineData("train-images.idx3-ubyte", "train-labels.idx1-ubyte", "")]
    [InlineData("train-images.idx3-ubyte.gz", "train-labels-idx1-ubyte", "")]
    [InlineData("raw/train-images-idx3-ubyte", "raw/train-labels-idx1-ubyte", "")]
    [InlineData("MNIST/raw/train-images-idx3-ubyte", "MNIST/raw/train-labels-idx1-ubyte.gz", "")]
    [InlineData("emnist-letters-train-images-idx3-ubyte.gz", "emnist-letters-train-labels-idx1-ubyte.gz", "")]
    [InlineData("emnist-letters-train-images-idx3-ubyte", "emnist-letters-train-labels-idx1-ubyte", "emnist-letters")]
    public void Read_OtherNamesOfTheSameFiles_AreFound(string images, string labels, string given)
    {
        IdxFile.Write(New(images), new IdxArray([2, 1, 1], [0, 255]));
        IdxFile.Write(New(labels), new IdxArray([2], [4, 9]));

        using var set = MnistSet.Read(Path.Combine(_folder.Path, given));

        Assert.Equal((2L, 10), (set.Count, set.Classes));
        Assert.Equal([$"Read from {Path.GetFileName(images)} and {Path.GetFileName(labels)}."], set.Remarks);
    }

    [Fact]
    public void Read_TestPartOfEmnist_IsCalledTest()
    {
        IdxFile.Write(New("emnist-digits-test-images-idx3-ubyte"), new IdxArray([2, 1, 1], [0, 255]));

        using var set = MnistSet.Read(_folder.Path, MnistPart.Test);

        Assert.Equal(2, set.Count);
    }

    [Fact]
    public void Read_SeveralSetsOfEmnist_AsksForOne()
    {
        IdxFile.Write(New("emnist-letters-train-images-idx3-ubyte"), new IdxArray([2, 1, 1], [0, 255]));
        IdxFile.Write(New("emnist-digits-train-images-idx3-ubyte"), new IdxArray([2, 1, 1], [0, 255]));

        Assert.Equal(
            $"{_folder.Path}, offset 0: The folder holds several sets: emnist-digits, emnist-letters. Name one of them behind the folder, as in {Path.Combine(_folder.Path, "emnist-digits")}.",
            Assert.Throws<DataFormatException>(() => MnistSet.Read(_folder.Path)).Message);
        using var set = MnistSet.Read(Path.Combine(_folder.Path, "emnist-letters"));
        Assert.Equal(2, set.Count);
    }

    [Fact]
    public void Read_ImagesWithoutLabels_AreASetWithoutLabels()
    {
        IdxFile.Write(New("train-images-idx3-ubyte"), new IdxArray([2, 1, 1], [0, 255]));

        using var set = MnistSet.Read(_folder.Path);

        Assert.Null(set.Classes);
        Assert.Null(set.Summary.LabelCounts);
        Assert.Equal(["Read from train-images-idx3-ubyte, without labels."], set.Remarks);
    }

    [Fact]
    public void Read_FileMissing_NamesFolderAndBothNames()
    {
        var error = Assert.Throws<FileNotFoundException>(() => MnistSet.Read(_folder.Path, MnistPart.Test));
        Assert.Equal($"The folder '{_folder.Path}' has neither t10k-images-idx3-ubyte nor t10k-images-idx3-ubyte.gz.", error.Message);
    }

    [Fact]
    public void Read_LabelsAreCutOff_NamesTheFile()
    {
        IdxFile.Write(_folder.File("train-images-idx3-ubyte"), new IdxArray([2, 1, 1], [0, 255]));
        _folder.File("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 2, 4]);
        var error = Assert.Throws<DataFormatException>(() => MnistSet.Read(_folder.Path));
        Assert.Equal(_folder.File("train-labels-idx1-ubyte"), error.Path);
    }

    private string New(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        return _folder.File(name);
    }
}
