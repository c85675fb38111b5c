using Gan.Net.Cli.Tests.Support;

namespace Gan.Net.Cli.Tests;

/// <summary>Troubles that people report of other programs, tried on this one as a user meets them.</summary>
public sealed class WildTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--classes 9 is too few: the data has the labels 0 to 9. Take --classes 10.", "--model", "mlp", "--data", "digits", "--classes", "9", "--batch", "2", "--steps", "100", "--seed", "2")]
    [InlineData("The engine finds no CUDA device on this machine; take --device cpu, or see what gan-net doctor says.", "--model", "mlp", "--data", "ring", "--steps", "1", "--device", "cuda")]
    [InlineData("--data idx: takes an IDX file; '.' is a folder. For MNIST's files in it take mnist:., for pictures images:..", "--model", "mlp", "--data", "idx:.")]
    [InlineData("--data mnist: takes the folder of the files; 'one.idx' is a file. For one file of images take idx:one.idx.", "--model", "mlp", "--data", "mnist:one.idx")]
    [InlineData("There is no folder 'none'; --data images: takes a folder of pictures.", "--model", "mlp", "--data", "images:none")]
    [InlineData("--model dcgan makes pictures whose side is 4 to 7 doubled once or more, such as 28, 32, 64 or 128; the data's are 1×1. Take --model mlp, or pictures of such a size.", "--model", "dcgan", "--data", "idx:one.idx", "--batch", "4")]
    [InlineData("The data's pictures have 2 channels; the tool trains on gray pictures (1) and coloured ones (3).", "--model", "mlp", "--data", "idx:two.idx", "--batch", "4")]
    [InlineData("last.idx, offset 4: The array is [8, 9, 9, 3], which looks like channels last: [N, height, width, channels]. Images are [N, channels, height, width]; in NumPy, images.transpose(0, 3, 1, 2) makes them so.", "--model", "mlp", "--data", "idx:last.idx", "--batch", "4")]
    public void Train_WhatCannotBe_IsSaidBeforeAnythingIsWritten(string sentence, params string[] arguments)
    {
        if (arguments.Contains("cuda") && TorchSharp.torch.cuda.is_available())
        {
            return;
        }

        DataFiles.WriteIdx(_folder.File("one.idx"), 8, 1, 1);
        DataFiles.WriteIdx(_folder.File("two.idx"), 8, 2, 9, 9);
        DataFiles.WriteIdx(_folder.File("last.idx"), 8, 9, 9, 3);

        GanNet.Run(_folder.Path, ["train", .. arguments, "--out", "run"]).IsRefusal(sentence);

        Assert.False(Directory.Exists(_folder.File("run")));
    }

    [Fact]
    public void Train_OutIsEmpty_NamesTheOption() =>
        GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--out", "").IsRefusal("--out takes a folder for the run; an empty text was given.");

    [Fact]
    public void Train_FolderCannotBeMade_SaysItCannotBeWritten()
    {
        var outcome = GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--steps", "1", "--out", "/proc/none");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches(@"^The run's folder '/proc/none' cannot be written: [^\n]+\. Choose another folder, or give yourself the right to write there\.\n$", outcome.Error);
    }

    [Fact]
    public void Train_FolderWithSpaces_PrintsCommandsThatCanBePasted()
    {
        var output = GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--steps", "1", "--batch", "4", "--out", "my run").Succeeded();

        Assert.Contains("gan-net sample --run 'my run' --count 64 --out more.png", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_SecondDownloadBesideTheFirst_NamesTheFilesAndLeavesItOut()
    {
        DataFiles.WriteCifar(_folder.File("data_batch_1.bin"), 8);
        DataFiles.WriteCifar(_folder.File("data_batch_1 (1).bin"), 8);

        var output = GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "cifar10:.", "--steps", "1", "--batch", "4", "--out", "run").Succeeded();

        Assert.Contains("data: Read from 1 file: data_batch_1.bin.\n", output, StringComparison.Ordinal);
        Assert.Contains("data: 'data_batch_1 (1).bin' is the same as 'data_batch_1.bin', byte for byte, and was left out. Delete it if it is a second download.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_BlackPictures_AreNoDivergence()
    {
        DataFiles.WriteCifar(_folder.File("data_batch_1.bin"), 40);

        var output = GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "cifar10:.", "--steps", "60", "--batch", "8", "--out", "run").Succeeded();

        Assert.DoesNotContain("diverges", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_FileCannotBeWritten_NamesTheOption()
    {
        GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--steps", "1", "--batch", "4", "--out", "run").Succeeded();

        var outcome = GanNet.Run(_folder.Path, "sample", "--run", "run", "--out", "/proc/none/x.png");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches(@"^--out '/proc/none/x\.png' cannot be written: [^\n]+\. Name another place\.\n$", outcome.Error);
    }
}
