using Gan.Net.Cli.Tests.Support;

namespace Gan.Net.Cli.Tests;

/// <summary>Whatever is wrong with the request: one sentence, exit code 2, and nothing left behind.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--model takes mlp or dcgan; 'vae' was given.", "--model", "vae", "--data", "ring")]
    [InlineData("--data takes ring|grid|digits|mnist:DIR|idx:FILE|cifar10:PATH|cifar100:PATH|images:DIR; 'moons' was given.", "--model", "mlp", "--data", "moons")]
    [InlineData("--data mnist needs a place after a colon, as in mnist:data/mnist.", "--model", "mlp", "--data", "mnist")]
    [InlineData("--data ring is generated and takes no place; 'ring:x' was given.", "--model", "mlp", "--data", "ring:x")]
    [InlineData("--data ring is generated and takes no place; 'ring:' was given.", "--model", "mlp", "--data", "ring:")]
    [InlineData("--loss takes saturating or non-saturating; 'hinge' was given.", "--model", "mlp", "--data", "ring", "--loss", "hinge")]
    [InlineData("--steps takes a whole number from 1 to 2147483647; '0' was given.", "--model", "mlp", "--data", "ring", "--steps", "0")]
    [InlineData("--steps takes a whole number from 1 to 2147483647; 'many' was given.", "--model", "mlp", "--data", "ring", "--steps", "many")]
    [InlineData("--batch takes a whole number from 1 to 1048576; '-4' was given.", "--model", "mlp", "--data", "ring", "--batch=-4")]
    [InlineData("--learning-rate takes a positive number; 'NaN' was given.", "--model", "mlp", "--data", "ring", "--learning-rate", "NaN")]
    [InlineData("--device takes cpu or cuda; 'tpu' was given.", "--model", "mlp", "--data", "ring", "--device", "tpu")]
    [InlineData("--epochs and --steps both say how long to train; give one of them.", "--model", "mlp", "--data", "ring", "--epochs", "1", "--steps", "1")]
    [InlineData("This data is endless and has no epochs; say how long with --steps.", "--model", "mlp", "--data", "ring", "--epochs", "1")]
    [InlineData("--width belongs to --model dcgan; leave it out.", "--model", "mlp", "--data", "ring", "--width", "8")]
    [InlineData("--model dcgan makes pictures, and this data is points in the plane; take --model mlp.", "--model", "dcgan", "--data", "grid")]
    [InlineData("--classes takes a whole number from 2 to 100000; '1' was given.", "--model", "mlp", "--data", "digits", "--classes", "1")]
    [InlineData("--model mlp or --model dcgan says which networks; or take a --recipe.", "--data", "ring")]
    [InlineData("--recipe takes non-saturating or dcgan or wgan or wgan-gp or sn-gan or lsgan or r3gan or pacgan-2d or unrolled-2d; 'stylegan' was given.", "--recipe", "stylegan", "--data", "ring")]
    [InlineData("--recipe pacgan-2d is for points in the plane; take --data ring or --data grid.", "--recipe", "pacgan-2d", "--data", "digits")]
    [InlineData("--recipe pacgan-2d judges packs of 2; take a --batch that is a multiple of it.", "--recipe", "pacgan-2d", "--data", "ring", "--batch", "3")]
    [InlineData("--recipe pacgan-2d judges packs, which have no class; leave --classes out.", "--recipe", "pacgan-2d", "--data", "ring", "--classes", "8")]
    [InlineData("--learning-rate is for both networks; leave it out, or --generator-rate and --discriminator-rate.", "--model", "mlp", "--data", "ring", "--learning-rate", "1", "--generator-rate", "1")]
    [InlineData("Unrecognized command or argument '--sped'.", "--model", "mlp", "--data", "ring", "--sped")]
    [InlineData("--steps takes a whole number from 1 to 2147483647; '--out' was given.", "--model", "mlp", "--data", "ring", "--steps")]
    public void Train_WrongOption_IsOneSentence(string sentence, params string[] arguments)
    {
        Train(arguments).IsRefusal(sentence);

        Assert.False(Directory.Exists(_folder.File("run")));
    }

    [Fact]
    public void Train_FolderWithFiles_IsRefused()
    {
        _folder.File("run/notes.txt", [1]);

        Train("--model", "mlp", "--data", "ring").IsRefusal("The folder 'run' is not empty, and a run never overwrites another: choose a new name for --out.");
    }

    [Fact]
    public void Train_OutIsAFile_IsRefused()
    {
        _folder.File("run", [1]);

        Train("--model", "mlp", "--data", "ring").IsRefusal("--out names a folder for the run; 'run' is a file.");
    }

    [Fact]
    public void Train_MissingFolderOfMnist_IsOneSentence() => Train("--model", "dcgan", "--data", "mnist:nowhere")
        .IsRefusal("The folder 'nowhere' has neither train-images-idx3-ubyte nor train-images-idx3-ubyte.gz.");

    [Fact]
    public void Train_MissingIdxFile_IsOneSentence() => Train("--model", "dcgan", "--data", "idx:nowhere.idx")
        .IsRefusal("There is no file 'nowhere.idx'; --data idx: takes an IDX file.");

    [Fact]
    public void Train_UnreadableIdxFile_NamesFileAndOffset()
    {
        _folder.File("bad.idx", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28, 0]);

        var outcome = Train("--model", "dcgan", "--data", "idx:bad.idx");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches("^bad\\.idx, offset [0-9]+: .+\\. Give a whole file of the right kind\\.\n$", outcome.Error);
    }

    [Fact]
    public void Train_PicturesTheDcganCannotMake_AreRefused()
    {
        DataFiles.WriteIdx(_folder.File("odd.idx"), 8, 30, 30);
        DataFiles.WriteIdx(_folder.File("flat.idx"), 8, 28, 32);

        Train("--model", "dcgan", "--data", "idx:odd.idx", "--batch", "4")
            .IsRefusal("--model dcgan makes pictures whose side is 4 to 7 doubled once or more, such as 28, 32, 64 or 128; the data's are 30×30. Take --model mlp, or pictures of such a size.");
        Train("--model", "dcgan", "--data", "idx:flat.idx", "--batch", "4")
            .IsRefusal("--model dcgan needs square pictures; the data's are 28×32.");
    }

    [Fact]
    public void Train_BatchLargerThanTheData_IsOneSentence()
    {
        DataFiles.WriteIdx(_folder.File("few.idx"), 8, 28, 28);

        Train("--model", "dcgan", "--data", "idx:few.idx", "--batch", "9")
            .IsRefusal("A batch of 9 is more than the 8 samples in the data; take a smaller --batch.");
    }

    [Fact]
    public void Tool_UnknownCommand_IsOneSentence() => GanNet.Run(_folder.Path, "learn").IsRefusal("Unrecognized command or argument 'learn'.");

    [Fact]
    public void Tool_NoArguments_ShowsItsCommands()
    {
        var output = GanNet.Run(_folder.Path).Succeeded();

        Assert.Contains("doctor", output);
        Assert.Contains("train", output);
        Assert.Contains("sample", output);
    }

    private Outcome Train(params string[] arguments) => GanNet.Run(_folder.Path, ["train", .. arguments, "--out", "run"]);
}
