using Gan.Net.Cli.Runs;
using Gan.Net.Imaging;
using Gan.Net.Monitoring;
using Gan.Net.Reporting;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Training;

/// <summary>Who watches a run and who writes its numbers down, in the order in which they must see a round.</summary>
internal sealed class RunLogs : IDisposable
{
    private const int LinesInARun = 200;
    private const long Looks = 25;

    private readonly JsonLinesHook _statistics;
    private readonly VerdictLinesHook _verdicts;
    private readonly TensorBoardHook? _events;

    /// <summary>Prepares to watch from a round on; what was written of later ones is cut off.</summary>
    public RunLogs(TrainingData data, RunConfig config, RunFolder folder, TrainingDisplay display, Func<Tensor, PixelImage> draw, long round)
    {
        var monitor = new TrainingMonitor(data.Source, new TrainingMonitorOptions { Every = MonitorEvery(config.Rounds) });
        monitor.VerdictReached += (_, verdict) => display.Say(verdict);
        _statistics = new JsonLinesHook(folder.Statistics, StatisticsEvery(config.Rounds), round);
        _verdicts = new VerdictLinesHook(folder.Verdicts, monitor, round);
        var pictures = new TensorBoardPictures { Count = Pictures.CountFor(config), Draw = draw, Every = Math.Max(1, config.Rounds / TrainRun.PicturesInARun) };
        _events = config.TensorBoard ? new TensorBoardHook(folder.Events, StatisticsEvery(config.Rounds), pictures, monitor) : null;
        Hooks = [monitor, display, _statistics, _verdicts, .. _events is null ? Array.Empty<TrainingHook>() : [_events]];
    }

    public IReadOnlyList<TrainingHook> Hooks { get; }

    /// <summary>About 200 lines in a run, in rounds at which the monitor looks too or does so every second or third time.</summary>
    public static long StatisticsEvery(long rounds)
    {
        var pace = Math.Max(1, rounds / LinesInARun);
        return pace <= Looks ? pace : (pace + Looks - 1) / Looks * Looks;
    }

    /// <summary>About every 25th round, in rounds whose statistics are written, or in more.</summary>
    public static long MonitorEvery(long rounds)
    {
        var pace = StatisticsEvery(rounds);
        return pace <= Looks ? (Looks + pace - 1) / pace * pace : Looks;
    }

    public void Dispose()
    {
        _statistics.Dispose();
        _verdicts.Dispose();
        _events?.Dispose();
    }
}
