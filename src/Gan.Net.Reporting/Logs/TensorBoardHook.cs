using Gan.Net.Checkpoints;
using Gan.Net.Monitoring;
using Gan.Net.Training;

namespace Gan.Net.Reporting;

/// <summary>
/// Writes a run as TensorBoard events: every number of a report as a scalar (<c>discriminator.loss</c> becomes <c>discriminator/loss</c>),
/// pictures of samples if asked for, verdicts of a monitor as texts. Steps are samples seen. A run that goes on makes a further file in the
/// folder, which TensorBoard reads as one run. Disposing it closes the file; not thread-safe.
/// </summary>
public sealed class TensorBoardHook : TrainingHook, IRunLog, IDisposable
{
    private readonly TensorBoardFile _file;
    private readonly TensorBoardPictures? _pictures;
    private readonly VerdictsSince? _verdicts;
    private long _nextPicture;
    private bool _started;

    /// <summary>Makes an event file in a folder.</summary>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="every">Rounds between two reports, at least 1.</param>
    /// <param name="pictures">What samples to draw; null for none.</param>
    /// <param name="monitor">Whose verdicts to write, a hook before this one; null for none.</param>
    /// <param name="clock">Says when each event was; null for the system's.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public TensorBoardHook(
        string folder, long every = 50, TensorBoardPictures? pictures = null, TrainingMonitor? monitor = null, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        _pictures = pictures?.Checked();
        _verdicts = monitor is null ? null : new VerdictsSince(monitor);
        Every = every;
        _file = new TensorBoardFile(folder, clock);
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <summary>The event file.</summary>
    public string Path => _file.Path;

    /// <inheritdoc/>
    /// <exception cref="IOException">The disk is full.</exception>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (!_started)
        {
            _file.WriteStart(report.SamplesSeen);
            _started = true;
        }

        foreach (var (name, value) in report.Values)
        {
            _file.WriteScalar(Tag(name), value, report.SamplesSeen);
        }

        if (_pictures is not null && views.Count > 0 && report.Round >= _nextPicture)
        {
            using var samples = views[0].Sample(_pictures.Count);
            _file.WriteImage("samples", _pictures.Draw(samples), report.SamplesSeen);
            _nextPicture = report.Round + _pictures.Every;
        }

        WriteVerdicts();
        _file.Flush();
    }

    /// <inheritdoc/>
    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views)
    {
        WriteVerdicts();
        _file.Flush();
    }

    /// <inheritdoc/>
    public void FlushToDisk() => _file.FlushToDisk();

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void WriteVerdicts()
    {
        foreach (var verdict in _verdicts?.Take() ?? [])
        {
            _file.WriteText("verdicts", verdict.ToString(), verdict.SamplesSeen);
        }
    }

    // A slash makes a section of TensorBoard's page; without one, all of a run's curves would stand in sections of their own.
    private static string Tag(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? "measures/" + name : $"{name[..dot]}/{name[(dot + 1)..]}";
    }
}
