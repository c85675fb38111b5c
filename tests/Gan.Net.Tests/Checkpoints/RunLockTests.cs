using Gan.Net.Checkpoints;

namespace Gan.Net.Tests.Checkpoints;

public sealed class RunLockTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_FolderInUse_NamesTheHolder()
    {
        using var first = RunCheckpoints.Open(_folder.Path);

        var refusal = Assert.Throws<RunFolderInUseException>(() => RunCheckpoints.Open(_folder.Path));

        Assert.Equal($"process {Environment.ProcessId} on {Environment.MachineName}", refusal.Holder);
        Assert.Equal($"The folder '{_folder.Path}' is in use by {refusal.Holder}. Wait for its end, or choose another folder.", refusal.Message);
    }

    [Fact]
    public void Open_AfterTheHolderLetGo_Succeeds()
    {
        RunCheckpoints.Open(_folder.Path).Dispose();
        RunCheckpoints.Open(_folder.Path).Dispose();
    }

    [Fact]
    public void Open_BadOptions_LetsTheFolderGo()
    {
        Assert.Throws<ArgumentException>(() => RunCheckpoints.Open(_folder.Path, new RunCheckpointsOptions { KeepLast = 0 }));
        RunCheckpoints.Open(_folder.Path).Dispose();
    }

    [Fact]
    public void Open_FolderCannotBeMade_LetsTheFolderGo()
    {
        File.WriteAllText(_folder.File("checkpoints"), "a file where the folder should be");
        Assert.Throws<CheckpointWriteException>(() => RunCheckpoints.Open(_folder.Path));

        File.Delete(_folder.File("checkpoints"));
        RunCheckpoints.Open(_folder.Path).Dispose();
    }

    [Fact]
    public void Open_FolderCannotBeMade_IsOneType()
    {
        File.WriteAllText(_folder.File("run"), "a file where the folder should be");

        var failure = Assert.Throws<CheckpointWriteException>(() => RunCheckpoints.Open(_folder.File("run")));

        Assert.Equal(_folder.File("run"), failure.Path);
        Assert.Matches("^The run's folder '.*run' cannot be written: .*[^.]\\. Choose another folder, or give yourself the right to write there\\.$", failure.Message);
    }

    [Fact]
    public void Dispose_Twice_IsHarmless()
    {
        var run = RunCheckpoints.Open(_folder.Path);
        run.Dispose();
        using var other = RunCheckpoints.Open(_folder.Path);
        run.Dispose();
        Assert.Throws<RunFolderInUseException>(() => RunCheckpoints.Open(_folder.Path));
    }
}
