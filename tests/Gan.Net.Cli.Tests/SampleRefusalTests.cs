using Gan.Net.Cli.Tests.Support;

namespace Gan.Net.Cli.Tests;

/// <summary>Requests for samples that cannot be met.</summary>
public sealed class SampleRefusalTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sample_NoSuchRun_IsOneSentence() =>
        Sample("nowhere", "x.png").IsRefusal("There is no folder 'nowhere'; --run takes the folder that was given to train --out.");

    [Fact]
    public void Sample_FolderThatIsNoRun_IsOneSentence() => Sample(".", "x.png").IsRefusal("'.' is not the folder of a run: it has no config.json.");

    [Fact]
    public void Sample_UnknownEnding_IsOneSentence() =>
        Sample("run", "x.tif").IsRefusal("--out takes a name that ends in .png, .jpg, .webp, .idx, .idx.gz or .csv; 'x.tif' was given.");

    [Fact]
    public void Sample_OutIsAFolder_IsOneSentence() => Sample("run", ".").IsRefusal("--out names a file; '.' is a folder.");

    [Fact]
    public void Sample_NoCount_IsOneSentence() =>
        GanNet.Run(_folder.Path, "sample", "--run", "run", "--out", "x.png", "--count", "0").IsRefusal("--count takes a whole number from 1 to 2147483647; '0' was given.");

    [Fact]
    public void Sample_RunWithoutGenerator_IsOneSentence()
    {
        _folder.File("run/config.json", "{}"u8.ToArray());

        Sample("run", "x.png").IsRefusal("The run 'run' has no generator.safetensors: it is still training, or was ended by force and 'gan-net train --resume run' goes on with it.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"tool\":")]
    [InlineData("[1, 2]")]
    public void Sample_ConfigThatIsNone_IsOneSentence(string config)
    {
        _folder.File("run/config.json", System.Text.Encoding.UTF8.GetBytes(config));
        _folder.File("run/generator.safetensors", [1]);

        var outcome = Sample("run", "x.png");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches("^'run/config\\.json' does not describe a run: .+\n$", outcome.Error);
    }

    [Fact]
    public void Sample_DamagedOrStrangeGenerator_IsOneSentence()
    {
        TrainRing("run");
        TrainRing("other", "--data", "grid");
        File.WriteAllBytes(_folder.File("damaged"), File.ReadAllBytes(_folder.File("run/generator.safetensors"))[..^1]);

        File.Copy(_folder.File("damaged"), _folder.File("run/generator.safetensors"), overwrite: true);
        var damaged = Sample("run", "x.png");
        File.Copy(_folder.File("other/generator.safetensors"), _folder.File("run/generator.safetensors"), overwrite: true);
        var strange = Sample("run", "x.png");

        Assert.Equal((2, 2), (damaged.ExitCode, strange.ExitCode));
        Assert.Matches("^run/generator\\.safetensors, offset [0-9]+: The header promises a file of [0-9]+ bytes; it has [0-9]+\\. Give a whole file of the right kind\\.\n$", damaged.Error);
        Assert.Matches("^run/generator\\.safetensors does not fit the module, which is unchanged: .+\n$", strange.Error);
        Assert.False(File.Exists(_folder.File("x.png")));
    }

    [Fact]
    public void Sample_FormatThatDoesNotFitTheRun_IsOneSentence()
    {
        TrainRing("run");

        Sample("run", "x.idx").IsRefusal("This run makes points, which an IDX file of bytes cannot hold; take a name that ends in .csv or .png.");
        GanNet.Run(_folder.Path, "sample", "--run", "run", "--out", "x.png", "--count", "10001")
            .IsRefusal("A picture holds at most 10000 samples; write more of them into a file that ends in .csv.");
    }

    private Outcome Sample(string run, string file) => GanNet.Run(_folder.Path, "sample", "--run", run, "--out", file);

    private void TrainRing(string run, params string[] more) =>
        GanNet.Run(_folder.Path, ["train", "--model", "mlp", "--steps", "1", "--out", run, .. more.Length > 0 ? more : ["--data", "ring"]]).Succeeded();
}
