using System.Text.Json;

namespace Gan.Net.Reporting;

/// <summary>Reads files of one JSON object per line, also while another writes them.</summary>
internal static class JsonLines
{
    // A longer line is none of ours.
    private const int LongestLine = 1 << 20;

    // As many points as curves a few hundred pixels wide can use, and more.
    private const int MostRecords = 20_000;

    /// <summary>
    /// What the lines hold; a line that is no whole object of this kind is passed over. Of a very long file every second, fourth, eighth...
    /// line is kept, and the last, so that memory stays bounded.
    /// </summary>
    /// <param name="path">The file; it may be missing.</param>
    /// <param name="read">Reads one object; may throw what reading a value of another kind throws.</param>
    /// <returns>The records, or null without a file; and how many lines were passed over.</returns>
    public static (List<T>? Records, int PassedOver) Read<T>(string path, Func<JsonElement, T> read)
    {
        if (!File.Exists(path))
        {
            return (null, 0);
        }

        var (records, passedOver, count, stride, last) = (new List<T>(), 0, 0, 1, default(T));
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = line.Length <= LongestLine ? JsonDocument.Parse(line) : throw new JsonException("The line is too long.");
                last = read(json.RootElement);
                if (count++ % stride == 0)
                {
                    records.Add(last);
                }
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                passedOver++;
            }

            if (records.Count == 2 * MostRecords)
            {
                records = [.. records.Where((_, i) => i % 2 == 0)];
                stride *= 2;
            }
        }

        if (count > 0 && (count - 1) % stride != 0)
        {
            records.Add(last!);
        }

        return (records, passedOver);
    }

    /// <summary>A number, or one that JSON has no number for: <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</summary>
    public static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : value.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var other => throw new FormatException($"'{other}' is no number."),
    };

    /// <summary>An optional number; null where there is none.</summary>
    public static double? Number(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Number(value) : null;

    /// <summary>An optional text; empty where there is none. A number or other value as it is written.</summary>
    public static string Text(JsonElement record, string name) => !record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
