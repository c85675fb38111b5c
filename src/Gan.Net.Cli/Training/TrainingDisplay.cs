using System.Diagnostics;
using Gan.Net.Monitoring;
using Gan.Net.Training;
using Spectre.Console;

namespace Gan.Net.Cli.Training;

/// <summary>Shows a run while it goes on: a bar on a terminal, lines anywhere else.</summary>
internal abstract class TrainingDisplay : TrainingHook
{
    private readonly Stopwatch _clock = new();

    /// <summary>The last report seen.</summary>
    public TrainingReport? Last { get; private set; }

    /// <summary>Rounds and samples of a run that is gone on with.</summary>
    public (long Rounds, long Samples) Before { get; set; }

    /// <summary>How long the run has gone on.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    public static TrainingDisplay Choose(long rounds) =>
        !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true } ? new BarDisplay() : new LineDisplay(rounds);

    /// <summary>Runs the training, with this hook in it, under the display.</summary>
    public virtual void Run(Action train) => train();

    public sealed override void OnStart(IReadOnlyList<ISampler> views) => _clock.Start();

    public sealed override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        Last = report;
        Show(new Progress(report, Elapsed) { RoundsBefore = Before.Rounds, SamplesBefore = Before.Samples }, report.Round == report.LastRound);
    }

    public sealed override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views) => _clock.Stop();

    /// <summary>Shows what the monitor found.</summary>
    public abstract void Say(Verdict verdict);

    protected abstract void Show(Progress progress, bool last);
}
