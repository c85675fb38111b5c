using System.Globalization;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Evaluation;

namespace Gan.Net.Cli.Evaluation;

/// <summary>Prints results as they are found and adds them to the run's file. What cannot be written was printed all the same.</summary>
internal sealed class MetricLog(string path)
{
    private readonly List<string> _failures = [];
    private bool _unwritten;

    /// <summary>What to tell the shell when all is done.</summary>
    public int ExitCode => _failures.Count == 0 ? CommandLine.ExitCode.Done : CommandLine.ExitCode.Refused;

    public void Add(IReadOnlyList<MetricResult> results)
    {
        foreach (var result in results)
        {
            var error = result.Error is double deviation ? string.Create(CultureInfo.InvariantCulture, $" ± {deviation:G3}") : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Name}  {result.Value,12:G6}{error}"));
        }

        try
        {
            MetricsFile.Append(path, results);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            NotWritten(error);
        }
    }

    public static void Warn(string sentence) => Console.WriteLine($"! {sentence}");

    /// <summary>Notes a metric that has no value.</summary>
    public void Fail(MetricKind kind, string sentence) => _failures.Add($"'{MetricNames.Of(kind)}' has no value: {sentence}");

    /// <summary>Says on the error output what went wrong, once everything that could be found was printed.</summary>
    public void Close() => _failures.ForEach(Console.Error.WriteLine);

    private void NotWritten(Exception error)
    {
        if (!_unwritten)
        {
            _failures.Add($"'{path}' cannot be written: {Sentence.FirstLine(error.Message).TrimEnd('.')}. The values were printed only.");
            _unwritten = true;
        }
    }
}
