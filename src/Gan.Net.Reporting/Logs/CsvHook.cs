using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Training;

namespace Gan.Net.Reporting;

/// <summary>
/// Appends every report to a table of comma-separated values (RFC 4180): a line of names, then a line for each report with
/// <c>round,samples,epoch,seconds</c> and the report's numbers. A number with a name that the table does not have yet adds a column, and
/// the lines before it stay empty there. Not thread-safe; nothing stays open between reports.
/// </summary>
public sealed class CsvHook : TrainingHook, IRunLog
{
    private static readonly string[] Fixed = ["round", "samples", "epoch", "seconds"];
    private readonly string _path;
    private readonly Stopwatch _clock = new();
    private readonly List<string> _columns = [];
    private readonly double _secondsBefore;

    /// <summary>Names the file. One that is there goes on; folders that are missing are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="every">Rounds between two lines, at least 1.</param>
    /// <param name="afterRound">
    /// Where the trainer stands when it goes on from a checkpoint: lines of later rounds, and one that is torn, are cut off, and the seconds
    /// go on from the last line left. Null keeps every line.
    /// </param>
    /// <exception cref="DataFormatException">The file that is there was not written by this hook.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public CsvHook(string path, long every = 50, long? afterRound = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        _path = Path.GetFullPath(path);
        Every = every;
        if (File.Exists(_path) && new FileInfo(_path).Length > 0)
        {
            _columns.AddRange(ReadColumns(_path));
            _secondsBefore = afterRound is long round ? CutAfter(round) : 0;
        }
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <inheritdoc/>
    public override void OnStart(IReadOnlyList<ISampler> views) => _clock.Start();

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(report);
        AddColumns(report.Values.Keys);
        var fields = new List<string>
        {
            Text(report.Round), Text(report.SamplesSeen), report.Epoch is double epoch ? Text(epoch) : "", Text(Math.Round(_secondsBefore + _clock.Elapsed.TotalSeconds, 3)),
        };
        fields.AddRange(_columns.Skip(Fixed.Length).Select(name => report.Values.TryGetValue(name, out var value) ? Text(value) : ""));
        File.AppendAllText(_path, string.Join(',', fields) + "\n");
    }

    /// <inheritdoc/>
    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views) => _clock.Stop();

    /// <inheritdoc/>
    public void FlushToDisk()
    {
        if (File.Exists(_path))
        {
            using var file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            file.Flush(flushToDisk: true);
        }
    }

    // Lines up to the first that is of a later round or not whole; returns the seconds of the last.
    private double CutAfter(long round)
    {
        var text = File.ReadAllText(_path);
        string[][] kept = [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).TakeWhile(fields => fields.Length == _columns.Count && long.TryParse(fields[0], CultureInfo.InvariantCulture, out var at) && at <= round)];
        Rewrite(kept.Select(fields => string.Join(',', fields)));
        return kept.Length > 0 && double.TryParse(kept[^1][3], CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
    }

    private void AddColumns(IEnumerable<string> names)
    {
        string[] missing = [.. names.Except(_columns, StringComparer.Ordinal)];
        if (missing.Length == 0 && _columns.Count > 0)
        {
            return;
        }

        var padding = new string(',', missing.Length);
        string[] lines = _columns.Count == 0 ? [] : [.. File.ReadLines(_path).Skip(1).Select(line => line + padding)];
        _columns.AddRange(_columns.Count == 0 ? [.. Fixed, .. missing] : missing);
        Rewrite(lines);
    }

    private void Rewrite(IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Prepend(string.Join(',', _columns.Select(Plain))).Select(line => line + "\n"));
        AtomicFile.Write(_path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static string[] ReadColumns(string path)
    {
        var names = (File.ReadLines(path).FirstOrDefault() ?? "").Split(',');
        return names.Take(Fixed.Length).SequenceEqual(Fixed)
            ? names
            : throw new DataFormatException(path, 0, $"Its first line does not begin with {string.Join(',', Fixed)}: it is another table. Choose another file.");
    }

    private static string Plain(string name) =>
        name.AsSpan().ContainsAny(",\"\r\n") ? throw new ArgumentException($"The measure '{name}' has a comma, quote or line break in its name. Rename it.") : name;

    private static string Text<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
