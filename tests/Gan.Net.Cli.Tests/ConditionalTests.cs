using System.Text.Json;
using Gan.Net.Cli.Tests.Support;
using Gan.Net.Data;
using Gan.Net.Imaging;

namespace Gan.Net.Cli.Tests;

/// <summary>A conditional run of one step, its samples, and what is refused.</summary>
public sealed class ConditionalTests : IClassFixture<ConditionalTests.Run>, IDisposable
{
    private const int Cell = 28 * 2 + 2;

    private readonly Run _run;
    private readonly ScratchFolder _folder = new();

    public ConditionalTests(Run run) => _run = run;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_Classes_AreRecordedAndDrawnInAColumnEach()
    {
        var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(_run.Folder, "config.json"))).RootElement;

        Assert.Equal(12, config.GetProperty("dcgan").GetProperty("classes").GetInt32());
        foreach (var file in new[] { "samples/round-0000000.png", "samples/round-0000001.png" })
        {
            var picture = PictureFile.Read(Path.Combine(_run.Folder, file));
            Assert.Equal((12 * Cell + 2, 8 * Cell + 2), (picture.Width, picture.Height));
        }
    }

    [Fact]
    public void Sample_NothingSaid_DrawsSomeOfEachClass()
    {
        var output = Sample("all.png");

        Assert.Equal("96 samples in all.png", output.Trim());
        Assert.Equal(12 * Cell + 2, PictureFile.Read(_folder.File("all.png")).Width);
    }

    // Sample n has the same latents in every file, so the files differ by class alone.
    [Fact]
    public void Sample_Class_IsThatOneOfAllInTurn()
    {
        Sample("all.idx", "--count", "36");
        Sample("three.idx", "--count", "36", "--class", "3");
        Sample("five.idx", "--count", "36", "--class", "5");
        var (all, three, five) = (Read("all.idx"), Read("three.idx"), Read("five.idx"));

        Assert.Equal(all[3], three[3]);
        Assert.Equal(all[15], three[15]);
        Assert.Equal(all[29], five[29]);
        Assert.NotEqual(all[4], three[4]);
        Assert.NotEqual(three[0], five[0]);
    }

    [Fact]
    public void Sample_ManyInTurn_GoOnAcrossPieces()
    {
        Sample("many.idx", "--count", "600");
        Sample("seven.idx", "--count", "600", "--class", "7");

        Assert.Equal(Read("many.idx")[12 * 45 + 7], Read("seven.idx")[12 * 45 + 7]);
    }

    [Fact]
    public void Sample_NoSuchClass_IsOneSentence() =>
        GanNet.Run(_folder.Path, "sample", "--run", _run.Folder, "--out", "x.png", "--class", "12").IsRefusal("This run has 12 classes, 0 to 11; --class 12 was given.");

    [Fact]
    public void Sample_ClassOfARunWithoutAny_IsOneSentence()
    {
        GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--steps", "1", "--out", "ring").Succeeded();

        GanNet.Run(_folder.Path, "sample", "--run", "ring", "--out", "x.png", "--class", "0")
            .IsRefusal("This run has no classes, because it was not trained with --classes; leave --class out.");
    }

    [Fact]
    public void Train_ClassesOfPoints_DrawThem()
    {
        GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--steps", "2", "--classes", "8", "--out", "ring").Succeeded();
        GanNet.Run(_folder.Path, "sample", "--run", "ring", "--out", "points.csv", "--class", "2", "--count", "5").Succeeded();

        Assert.Equal(6, File.ReadAllLines(_folder.File("points.csv")).Length);
    }

    // A classifier that was shown nothing but zeros takes all for zeros, of which a tenth were asked for.
    [Fact]
    public void Evaluate_Labels_IsTheShareTheClassifierAgreesOn()
    {
        DataFiles.WriteMnist(_folder.Path, 300);
        GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "mnist:.", "--batch", "4", "--steps", "1", "--classes", "10", "--out", "run").Succeeded();

        var output = GanNet.Run(_folder.Path, "evaluate", "--run", "run", "--metrics", "labels,ppl", "--samples", "40", "--cache", "cache").Succeeded();

        Assert.Matches(@"(?m)^label-agreement-of10-40-.+-train-digit-cnn-[0-9a-f]{8} +0\.1( |$)", output);
        Assert.Matches("(?m)^ppl-", output);
    }

    [Fact]
    public void Train_DataWithoutLabels_IsRefused()
    {
        DataFiles.WriteIdx(_folder.File("some.idx"), 8, 28, 28);

        GanNet.Run(_folder.Path, "train", "--model", "dcgan", "--data", "idx:some.idx", "--batch", "4", "--classes", "10", "--out", "run")
            .IsRefusal("--classes needs labelled data, and 'idx:some.idx' has no labels; leave it out.");
        Assert.False(Directory.Exists(_folder.File("run")));
    }

    [Fact]
    public void Train_FewerClassesThanTheData_IsRefused()
    {
        GanNet.Run(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--classes", "5", "--out", "run").IsRefusal("--classes 5 is too few: the data has the labels 0 to 7. Take --classes 8.");

        Assert.False(Directory.Exists(_folder.File("run")));
    }

    private string Sample(string file, params string[] arguments) =>
        GanNet.Run(_folder.Path, ["sample", "--run", _run.Folder, "--out", file, .. arguments]).Succeeded();

    private byte[][] Read(string file)
    {
        var array = IdxFile.Read(_folder.File(file));
        return [.. array.Content.ToArray().Chunk(28 * 28)];
    }

    /// <summary>Twelve classes, of which the drawn digits have ten.</summary>
    public sealed class Run : IDisposable
    {
        private readonly ScratchFolder _folder = new();

        public Run() => GanNet.Run(
            _folder.Path, "train", "--model", "dcgan", "--data", "digits", "--batch", "4", "--width", "4", "--steps", "1", "--classes", "12", "--out", "run").Succeeded();

        public string Folder => _folder.File("run");

        public void Dispose() => _folder.Dispose();
    }
}
