using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gan.Net.IO;
using Gan.Net.Training;

namespace Gan.Net.Reporting;

/// <summary>
/// Appends every report to a table of comma-separated values (RFC 4180): a line of names, then a line for each report with
/// <c>round,samples,epoch,seconds</c> and the report's numbers. A number with a name that the table does not have yet adds a column, and
/// the lines before it stay empty there. Not thread-safe; nothing stays open between reports.
/// </summary>
public sealed class CsvHook : TrainingHook
{
    private static readonly string[] Fixed = ["round", "samples", "epoch", "seconds"];
    private readonly string _path;
    private readonly Stopwatch _clock = new();
    private readonly List<string> _columns = [];

    /// <summary>Names the file. One that is there goes on; folders that are missing are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="every">Rounds between two lines, at least 1.</param>
    /// <exception cref="DataFormatException">The file that is there was not written by this hook.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public CsvHook(string path, long every = 50)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        _path = Path.GetFullPath(path);
        Every = every;
        if (File.Exists(_path) && new FileInfo(_path).Length > 0)
        {
            _columns.AddRange(ReadColumns(_path));
        }
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <inheritdoc/>
    public override void OnStart(ISampler? sampler) => _clock.Start();

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnReport(TrainingReport report, ISampler? sampler)
    {
        ArgumentNullException.ThrowIfNull(report);
        AddColumns(report.Values.Keys);
        var fields = new List<string>
        {
            Text(report.Round), Text(report.SamplesSeen), report.Epoch is double epoch ? Text(epoch) : "", Text(Math.Round(_clock.Elapsed.TotalSeconds, 3)),
        };
        fields.AddRange(_columns.Skip(Fixed.Length).Select(name => report.Values.TryGetValue(name, out var value) ? Text(value) : ""));
        File.AppendAllText(_path, string.Join(',', fields) + "\n");
    }

    /// <inheritdoc/>
    public override void OnEnd(TrainingResult result, ISampler? sampler) => _clock.Stop();

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
        var text = string.Concat(lines.Prepend(string.Join(',', _columns.Select(Quoted))).Select(line => line + "\n"));
        AtomicFile.Write(_path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static string[] ReadColumns(string path)
    {
        var names = (File.ReadLines(path).FirstOrDefault() ?? "").Split(',');
        return names.Take(Fixed.Length).SequenceEqual(Fixed)
            ? names
            : throw new DataFormatException(path, 0, $"Its first line does not begin with {string.Join(',', Fixed)}: it is another table. Choose another file.");
    }

    private static string Quoted(string name) =>
        name.AsSpan().ContainsAny(",\"\r\n") ? throw new ArgumentException($"The measure '{name}' has a comma, quote or line break in its name. Rename it.") : name;

    private static string Text<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
