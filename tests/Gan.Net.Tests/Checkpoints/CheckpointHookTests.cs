using Gan.Net.Checkpoints;
using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Checkpoints;

public sealed class CheckpointHookTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly TinyGan _gan = new();
    private readonly NoiseSource _source = new(2);

    public void Dispose()
    {
        _gan.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Fit_WithHook_SavesEverySoManyRoundsAndAtTheEnd()
    {
        using var run = Open();
        Play(7, Hook(run, new CheckpointHookOptions { Every = 3 }));
        Assert.Equal(["000001-round-3", "000002-round-6", "000003-round-7"], Names());
        Assert.Equal(_folder.File("checkpoints/000003-round-7"), _gan.Trainer.LastCheckpoint);
    }

    [Fact]
    public void Fit_LongestTimeIsOver_SavesBeforeItsRound()
    {
        using var run = Open();
        Play(7, Hook(run, new CheckpointHookOptions { Every = 1000, LongestTime = TimeSpan.FromTicks(1) }));
        Assert.Equal(["000006-round-6", "000007-round-7"], Names().TakeLast(2));
        Weights.AssertSame(TinyGan.Play(7), _gan.Weights);
    }

    [Fact]
    public void Fit_LongestTimeIsNotOver_LeavesItToTheRounds()
    {
        using var run = Open();
        Play(7, Hook(run, new CheckpointHookOptions { Every = 1000, LongestTime = TimeSpan.FromDays(1) }));
        Assert.Equal(["000001-round-7"], Names());
    }

    [Fact]
    public void Fit_WithHook_TrainsAsWithout()
    {
        using var run = Open();
        Play(7, Hook(run, new CheckpointHookOptions { Every = 1 }));
        Weights.AssertSame(TinyGan.Play(7), _gan.Weights);
    }

    [Fact]
    public void Fit_Cancelled_SavesWhereItStopped()
    {
        using var run = Open();
        using var stop = new CancellationTokenSource();
        var stopper = new Noter(report => { if (report.Round == 4) { stop.Cancel(); } });

        Assert.Throws<OperationCanceledException>(() => _gan.Trainer.Fit(
            _source, TrainingLength.Rounds(100), [Hook(run, new CheckpointHookOptions { Every = 50 }), stopper], stop.Token));

        Assert.Equal(["000001-round-4"], Names());
    }

    [Fact]
    public void Fit_HookBeforeOthers_SavesAfterTheyWereTold()
    {
        using var run = Open();
        var told = 0L;
        var log = new FlushedLog(() => Assert.Equal(_gan.Trainer.Rounds, told));

        Play(3, Hook(run, new CheckpointHookOptions { Every = 1, Logs = [log] }), new Noter(report => told = report.Round));

        Assert.Equal(3, log.Flushes);
    }

    [Fact]
    public void Fit_AnotherHookThrows_LeavesTheCheckpointBefore()
    {
        using var run = Open();
        var thrower = new Noter(report => { if (report.Round == 3) { throw new TimeoutException(); } });

        Assert.Throws<TimeoutException>(() => Play(5, Hook(run, new CheckpointHookOptions { Every = 1 }), thrower));

        Assert.Equal(2, run.FindNewest()!.Rounds);
    }

    [Fact]
    public void Fit_Score_KeepsTheBest()
    {
        using var run = Open(keepLast: 1);
        Play(4, Hook(run, new CheckpointHookOptions { Every = 1, Score = report => Math.Abs(report.Round - 2) }));
        Assert.Equal(["000002-round-2", "000004-round-4"], Names());
    }

    [Fact]
    public void Fit_FolderReplaced_EndsWithTheError()
    {
        using var run = Open();
        PutAFileInItsPlace(run.Folder);
        var failure = Assert.Throws<CheckpointWriteException>(() => Play(1, Hook(run, new CheckpointHookOptions { Every = 1 })));
        Assert.Equal(_folder.File("checkpoints/000001-round-1"), failure.Path);
    }

    [Fact]
    public void Fit_FolderReplacedAndToldToContinue_GoesOnAndSaysSo()
    {
        using var run = Open();
        PutAFileInItsPlace(run.Folder);
        var logger = new RecordingLogger();
        var hook = Hook(run, new CheckpointHookOptions { Every = 2, OnWriteFailure = WriteFailure.Continue }, logger);

        Play(3, hook);

        Assert.Equal(3, _gan.Trainer.Rounds);
        Assert.NotNull(hook.LastFailure);
        Assert.Equal(2, logger.Messages.Count(message => message.StartsWith($"Warning 20: No checkpoint '{_folder.Path}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Constructor_OptionsBreakRules_NamesAll()
    {
        using var run = Open();
        Assert.Equal(
            "CheckpointHookOptions: Every must be at least 1, was 0.",
            Assert.Throws<ArgumentException>(() => Hook(run, new CheckpointHookOptions { Every = 0 })).Message);
    }

    private static void PutAFileInItsPlace(string folder)
    {
        Directory.Delete(folder);
        File.WriteAllText(folder, "");
    }

    private RunCheckpoints Open(int keepLast = 9) => RunCheckpoints.Open(_folder.Path, new RunCheckpointsOptions { KeepLast = keepLast });

    private CheckpointHook<Batch> Hook(RunCheckpoints run, CheckpointHookOptions options, RecordingLogger? logger = null) =>
        new(_gan.Trainer, _source, run, options, logger);

    private void Play(int rounds, params TrainingHook[] hooks) => _gan.Trainer.Fit(_source, TrainingLength.Rounds(rounds), hooks);

    private IEnumerable<string?> Names() => Directory.GetDirectories(_folder.File("checkpoints")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private sealed class Noter(Action<TrainingReport> note) : TrainingHook
    {
        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => note(report);
    }

    private sealed class FlushedLog(Action flushing) : IRunLog
    {
        public int Flushes { get; private set; }

        public void FlushToDisk()
        {
            flushing();
            Flushes++;
        }
    }
}
