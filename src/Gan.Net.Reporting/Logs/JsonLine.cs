using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gan.Net.Reporting;

/// <summary>What the files of JSON lines have in common.</summary>
internal static class JsonLine
{
    /// <summary>Letters as they are: a file is no page, nothing needs escaping but quotes.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a number, or the name of one that JSON lacks.</summary>
    public static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, FormattableString.Invariant($"{value}"));
        }
    }
}
