using Gan.Net.Reporting.Tests.Support;

namespace Gan.Net.Reporting.Tests.RunReports;

public sealed class RunReportHookTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hook_OverARun_KeepsTheReportUpToDate()
    {
        var run = new RecordedRun(_folder.File("new/run"));
        var hook = new RunReportHook(run.Folder, every: 10, new RunReportOptions { Clock = new SlowClock { Slowness = TimeSpan.Zero } });

        hook.OnStart([]);
        Assert.Contains("<title>run · running</title>", Html(run));

        run.WithStatistics(10);
        hook.OnReport(Reports.At(10), []);
        Assert.Contains("<dt>Samples seen</dt><dd>80</dd>", Html(run));
        Assert.Contains("running</title>", Html(run));

        hook.OnEnd(Reports.End(20), []);
        Assert.Contains("<title>run · finished</title>", Html(run));
    }

    [Fact]
    public void OnReport_ReportsThatTakeLong_AreWrittenSeldom()
    {
        var run = new RecordedRun(_folder.File("run"));
        var clock = new SlowClock { Slowness = TimeSpan.FromSeconds(1) };
        var hook = new RunReportHook(run.Folder, every: 10, new RunReportOptions { Clock = clock });
        hook.OnStart([]);

        run.WithStatistics(10);
        clock.Pass(TimeSpan.FromSeconds(19));
        hook.OnReport(Reports.At(10), []);
        Assert.DoesNotContain("Samples seen", Html(run));

        clock.Pass(TimeSpan.FromSeconds(1));
        hook.OnReport(Reports.At(20), []);
        Assert.Contains("Samples seen", Html(run));

        hook.OnEnd(Reports.End(30), []);
        Assert.Contains("finished</title>", Html(run));
    }

    [Fact]
    public void OnEnd_Cancelled_SaysStopped()
    {
        var run = new RecordedRun(_folder.File("run"));

        new RunReportHook(run.Folder).OnEnd(Reports.End(5) with { Cancelled = true }, []);

        Assert.Contains("<title>run · stopped</title>", Html(run));
    }

    [Fact]
    public void OnReport_LastRound_LeavesTheReportToTheEnd()
    {
        var run = new RecordedRun(_folder.File("run"));

        new RunReportHook(run.Folder).OnReport(Reports.At(100), []);

        Assert.False(File.Exists(Path.Combine(run.Folder, "report.html")));
    }

    [Fact]
    public void OnStart_FolderMissing_IsMade()
    {
        var path = _folder.File("deep/down/run");

        new RunReportHook(path, options: new RunReportOptions { Title = "Mine" }).OnStart([]);

        Assert.Contains("<h1>Mine</h1>", File.ReadAllText(Path.Combine(path, "report.html")));
    }

    [Fact]
    public void Constructor_OptionsOutOfRange_AreNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => new RunReportHook("x", options: new RunReportOptions { MostFrames = 0 }));

        Assert.Equal("RunReportOptions: MostFrames must be at least 2, was 0.", error.Message);
    }

    [Fact]
    public void Draw_FileOpenForWriting_IsReadAllTheSame()
    {
        var run = new RecordedRun(_folder.File("run"));
        using var statistics = new JsonLinesHook(Path.Combine(run.Folder, "stats.jsonl"));
        statistics.OnReport(Reports.At(1, null, ("generator.loss", 2)), []);

        Assert.Contains("aria-label=\"Loss\"", run.Draw());
    }

    private static string Html(RecordedRun run) => File.ReadAllText(Path.Combine(run.Folder, "report.html"));
}
