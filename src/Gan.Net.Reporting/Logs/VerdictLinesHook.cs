using System.Text.Json;
using Gan.Net.Checkpoints;
using Gan.Net.Monitoring;
using Gan.Net.Training;

namespace Gan.Net.Reporting;

/// <summary>
/// Appends a monitor's verdicts to a text file, one JSON object per line:
/// <c>{"round":4200,"samples":1075200,"kind":"Collapse","value":0.08,"limit":0.25,"sentence":"...","remedies":["...","..."]}</c>.
/// The file is there from the start, empty as long as all is well. A value JSON has no number for stands as the text <c>"NaN"</c>,
/// <c>"Infinity"</c> or <c>"-Infinity"</c>. Disposing it closes the file; not thread-safe.
/// </summary>
public sealed class VerdictLinesHook : TrainingHook, IRunLog, IDisposable
{
    private readonly FileStream _file;
    private readonly VerdictsSince _verdicts;

    /// <summary>Opens the file, to go on after what is there; folders that are missing are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="monitor">Whose verdicts; a hook before this one.</param>
    /// <param name="afterRound">
    /// Where the trainer stands when it goes on from a checkpoint: verdicts of later rounds, and a line that is torn, are cut off. Null keeps
    /// every line.
    /// </param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public VerdictLinesHook(string path, TrainingMonitor monitor, long? afterRound = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(monitor);
        _verdicts = new VerdictsSince(monitor);
        Every = monitor.Every;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (afterRound is long round && File.Exists(path))
        {
            JsonLinesCut.After(round, path);
        }

        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <inheritdoc/>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => WriteNew();

    /// <inheritdoc/>
    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views) => WriteNew();

    /// <inheritdoc/>
    public void FlushToDisk() => _file.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void WriteNew()
    {
        foreach (var verdict in _verdicts.Take())
        {
            using (var json = new Utf8JsonWriter(_file, JsonLine.Options))
            {
                Write(json, verdict);
            }

            _file.WriteByte((byte)'\n');
            _file.Flush();
        }
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteNumber("round", verdict.Round);
        json.WriteNumber("samples", verdict.SamplesSeen);
        json.WriteString("kind", verdict.Kind.ToString());
        JsonLine.WriteNumber(json, "value", verdict.Value);
        JsonLine.WriteNumber(json, "limit", verdict.Limit);
        json.WriteString("sentence", verdict.Sentence);
        json.WriteStartArray("remedies");
        foreach (var remedy in verdict.Remedies)
        {
            json.WriteStringValue(remedy);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
