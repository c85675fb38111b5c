using Gan.Net.Cli.Tests.Support;

namespace Gan.Net.Cli.Tests;

/// <summary>Ctrl+C and SIGTERM while training.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void Train_Signal_KeepsWhatWasLearnt(string signal)
    {
        using var tool = GanNet.Start(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--steps", "100000000", "--batch", "4", "--checkpoint-every", "100", "--out", "run");
        tool.WaitUntil(() => Directory.Exists(_folder.File("run/checkpoints")) && Directory.GetDirectories(_folder.File("run/checkpoints"), "0*").Length > 0);

        tool.Signal(signal);
        var output = tool.End().Succeeded();

        Assert.Matches("Stopped after [0-9,]+ of 100,000,000 rounds .*; what was learnt is kept.", output);
        Assert.Equal("7 samples in more.csv", GanNet.Run(_folder.Path, "sample", "--run", "run", "--count", "7", "--out", "more.csv").Succeeded().Trim());
        Assert.Equal(2, Pictures().Length);
    }

    // As under nohup: a shell that ignores the signal hands that on.
    [Fact]
    public void Train_HangUpThatIsIgnored_StaysIgnored()
    {
        using var tool = GanNet.StartIgnoringHangUp(_folder.Path, "train", "--model", "mlp", "--data", "ring", "--steps", "100000000", "--batch", "4", "--checkpoint-every", "100", "--out", "run");
        tool.WaitUntil(() => Directory.Exists(_folder.File("run/checkpoints")) && Directory.GetDirectories(_folder.File("run/checkpoints"), "0*").Length > 0);
        var before = Directory.GetDirectories(_folder.File("run/checkpoints"), "0*").Max();

        tool.Signal("HUP");
        tool.WaitUntil(() => string.CompareOrdinal(Directory.GetDirectories(_folder.File("run/checkpoints"), "0*").Max(), before) > 0);

        tool.Signal("INT");
        tool.End().Succeeded();
    }

    [Fact]
    public void Train_SecondSignal_EndsAtOnce()
    {
        // A step of this batch takes long enough for both signals to come within it.
        using var tool = GanNet.Start(_folder.Path, "train", "--model", "dcgan", "--data", "digits", "--batch", "8192", "--out", "run");
        tool.WaitUntil(() => Pictures().Length > 0);

        tool.Signal("INT");

        Assert.Equal(130, tool.SignalUntilTheEnd("INT").ExitCode);
        Assert.False(File.Exists(_folder.File("run/generator.safetensors")));
    }

    private string[] Pictures() => Directory.Exists(_folder.File("run/samples")) ? Directory.GetFiles(_folder.File("run/samples"), "*.png") : [];
}
