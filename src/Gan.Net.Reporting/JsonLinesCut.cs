using System.Text.Json;

namespace Gan.Net.Reporting;

/// <summary>Cuts a file of reports, or of verdicts, back to a round.</summary>
internal static class JsonLinesCut
{
    /// <summary>Cuts off everything from the first line of a later round, or the first that is no whole line, and returns the seconds of the last line left, if it has any.</summary>
    public static double After(long round, string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var (kept, seconds) = (0, 0.0);
        for (var end = 0; (end = bytes.AsSpan(kept).IndexOf((byte)'\n')) >= 0; kept += end + 1)
        {
            if (Read(bytes.AsMemory(kept, end)) is not { } line || line.Round > round)
            {
                break;
            }

            seconds = line.Seconds;
        }

        file.SetLength(kept);
        file.Flush(flushToDisk: true);
        return seconds;
    }

    private static (long Round, double Seconds)? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return (json.RootElement.GetProperty("round").GetInt64(), json.RootElement.TryGetProperty("seconds", out var seconds) ? seconds.GetDouble() : 0);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
