using Gan.Net.Training;

namespace Gan.Net.Reporting;

/// <summary>
/// Keeps a run's report up to date: writes it regularly while the run goes on, and at its end. Give it to the trainer after the
/// hooks whose files it shows. While the run goes on it leaves reports out, so that no more than a twentieth of the time goes into
/// them. Not thread-safe.
/// </summary>
public sealed class RunReportHook : TrainingHook
{
    // A report that took a second may be written again twenty seconds later.
    private const int Pause = 20;

    private readonly string _folder;
    private readonly RunReportOptions _options;
    private TimeSpan _took;
    private long _written;

    /// <summary>Says which run.</summary>
    /// <param name="runFolder">The run's folder; made when the run starts.</param>
    /// <param name="every">Rounds between two reports, at least 1; at the start and the end there always is one.</param>
    /// <param name="options">What else the report says; the state is the hook's to tell. Null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public RunReportHook(string runFolder, long every = 500, RunReportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(runFolder);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        _folder = runFolder;
        _options = (options ?? new RunReportOptions()).Checked();
        Every = every;
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <inheritdoc/>
    /// <exception cref="IOException">A file of the run cannot be read, or the report cannot be written.</exception>
    public override void OnStart(IReadOnlyList<ISampler> views)
    {
        Directory.CreateDirectory(_folder);
        Write(RunState.Running);
    }

    /// <inheritdoc/>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Round < report.LastRound && _options.Clock.GetElapsedTime(_written) >= Pause * _took)
        {
            Write(RunState.Running);
        }
    }

    /// <inheritdoc/>
    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(end);
        Write(end.Cancelled ? RunState.Stopped : RunState.Finished);
    }

    /// <inheritdoc/>
    public override void OnFailed(Exception failure) => Write(RunState.Failed);

    private void Write(RunState state)
    {
        var begun = _options.Clock.GetTimestamp();
        RunReport.Write(_folder, _options with { State = state });
        _written = _options.Clock.GetTimestamp();
        _took = _options.Clock.GetElapsedTime(begun, _written);
    }
}
