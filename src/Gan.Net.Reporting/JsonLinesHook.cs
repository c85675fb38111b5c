using System.Diagnostics;
using System.Text.Json;
using Gan.Net.Checkpoints;
using Gan.Net.Training;

namespace Gan.Net.Reporting;

/// <summary>
/// Appends every report to a text file, one JSON object per line:
/// <c>{"round":100,"samples":25600,"epoch":null,"seconds":0.41,"values":{"discriminator.loss":1.31,...}}</c>.
/// Each line is on its way to the disk before training goes on. A value JSON has no number for stands as the text
/// <c>"NaN"</c>, <c>"Infinity"</c> or <c>"-Infinity"</c>. Disposing it closes the file; not thread-safe.
/// </summary>
public sealed class JsonLinesHook : TrainingHook, IRunLog, IDisposable
{
    private readonly FileStream _file;
    private readonly Stopwatch _clock = new();
    private readonly double _secondsBefore;

    /// <summary>Opens the file, to go on after what is there; folders that are missing are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="every">Rounds between two lines, at least 1.</param>
    /// <param name="afterRound">
    /// Where the trainer stands when it goes on from a checkpoint: lines of later rounds, and one that is torn, are cut off, and the seconds
    /// go on from the last line left. Null keeps every line.
    /// </param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public JsonLinesHook(string path, long every = 50, long? afterRound = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        Every = every;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (afterRound is long round && File.Exists(path))
        {
            _secondsBefore = JsonLinesCut.After(round, path);
        }

        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <inheritdoc/>
    public override void OnStart(IReadOnlyList<ISampler> views) => _clock.Start();

    /// <inheritdoc/>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(report);
        using (var json = new Utf8JsonWriter(_file))
        {
            Write(json, report, _secondsBefore + _clock.Elapsed.TotalSeconds);
        }

        _file.WriteByte((byte)'\n');
        _file.Flush();
    }

    /// <inheritdoc/>
    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views) => _clock.Stop();

    /// <inheritdoc/>
    public void FlushToDisk() => _file.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Write(Utf8JsonWriter json, TrainingReport report, double seconds)
    {
        json.WriteStartObject();
        json.WriteNumber("round", report.Round);
        json.WriteNumber("samples", report.SamplesSeen);
        if (report.Epoch is double epoch)
        {
            json.WriteNumber("epoch", epoch);
        }
        else
        {
            json.WriteNull("epoch");
        }

        json.WriteNumber("seconds", Math.Round(seconds, 3));
        json.WriteStartObject("values");
        foreach (var (name, value) in report.Values)
        {
            JsonLine.WriteNumber(json, name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
