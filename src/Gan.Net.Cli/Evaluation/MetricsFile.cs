using System.Globalization;
using System.Text.Json;
using Gan.Net.Evaluation;

namespace Gan.Net.Cli.Evaluation;

/// <summary>Adds results to a run's <c>metrics.jsonl</c>, one JSON object a line: what was measured before stays.</summary>
internal static class MetricsFile
{
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Append(string path, IReadOnlyList<MetricResult> results)
    {
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        foreach (var result in results)
        {
            stream.Write(Line(result, DateTime.UtcNow));
        }
    }

    private static byte[] Line(MetricResult result, DateTime time)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("time", time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("name", result.Name);
            json.WriteString("metric", result.Metric);
            WriteNumber(json, "value", result.Value);
            if (result.Error is double error)
            {
                WriteNumber(json, "error", error);
            }

            if (result.GeneratedSamples is long samples)
            {
                json.WriteNumber("samples", samples);
            }

            if (result.RealSamples is long real)
            {
                json.WriteNumber("realSamples", real);
            }

            json.WriteString("better", result.Direction == MetricDirection.LowerIsBetter ? "lower" : "higher");
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            // JSON has no number for it.
            json.WriteString(name, FormattableString.Invariant($"{value}"));
        }
    }
}
