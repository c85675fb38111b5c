using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gan.Net.Checkpoints;

/// <summary>A header's content: the tensors in the order of their bytes, and the metadata.</summary>
internal sealed class SafeTensorsHeader
{
    public const string MetadataName = "__metadata__";

    /// <summary>The longest header that readers of the format accept.</summary>
    public const int LongestLength = 100_000_000;

    public required IReadOnlyList<SafeTensorEntry> Tensors { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>Lays tensors out as the reference writer does: by falling rank of their types, then by the bytes of their names.</summary>
    public static SafeTensorsHeader Arrange(IEnumerable<SafeTensorEntry> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var begin = 0L;
        var arranged = new List<SafeTensorEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tensor in tensors.OrderByDescending(t => t.Type).ThenBy(t => t.Name, Utf8Order.Instance))
        {
            if (!names.Add(tensor.Name))
            {
                throw new ArgumentException($"Two tensors are named '{tensor.Name}'.", nameof(tensors));
            }

            arranged.Add(new SafeTensorEntry(tensor.Name, tensor.Type, tensor.Shape) { Begin = begin });
            begin = checked(begin + tensor.ByteLength);
        }

        return new SafeTensorsHeader { Tensors = arranged, Metadata = metadata };
    }

    /// <summary>The header's bytes: JSON, padded with spaces to a multiple of 8.</summary>
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataName);
            foreach (var (key, value) in Metadata.OrderBy(pair => pair.Key, Utf8Order.Instance))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            foreach (var tensor in Tensors)
            {
                Write(json, tensor);
            }

            json.WriteEndObject();
        }

        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SafeTensorEntry tensor)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", SafeTensorTypes.Name(tensor.Type));
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(tensor.Begin);
        json.WriteNumberValue(tensor.Begin + tensor.ByteLength);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
