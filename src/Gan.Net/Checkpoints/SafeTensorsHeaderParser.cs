using System.Text.Json;
using System.Text.Unicode;
using Gan.Net.IO;

namespace Gan.Net.Checkpoints;

/// <summary>
/// Reads a header as strictly as the format allows: known properties only, each once; whole non-negative numbers; contents that
/// follow one another without gap or overlap, each exactly as long as type and shape say.
/// </summary>
internal ref struct SafeTensorsHeaderParser
{
    // torch allows no more dimensions, and a bound keeps a hostile shape from costing memory.
    private const int MostDimensions = 64;

    private readonly string _path;
    private readonly long _origin;
    private Utf8JsonReader _json;

    private SafeTensorsHeaderParser(ReadOnlySpan<byte> header, string path, long origin)
    {
        _path = path;
        _origin = origin;
        _json = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = 4 });
    }

    /// <summary>Parses a header.</summary>
    /// <param name="header">Its bytes.</param>
    /// <param name="path">The file, for errors.</param>
    /// <param name="origin">Where in the file it begins.</param>
    /// <exception cref="DataFormatException">The header breaks a rule of the format.</exception>
    public static SafeTensorsHeader Parse(ReadOnlySpan<byte> header, string path, long origin)
    {
        if (header.IsEmpty || header[0] != '{')
        {
            throw new DataFormatException(path, origin, "The header does not begin with '{'.");
        }

        if (!Utf8.IsValid(header))
        {
            throw new DataFormatException(path, origin, "The header is not valid UTF-8.");
        }

        var parser = new SafeTensorsHeaderParser(header, path, origin);
        try
        {
            return parser.Parse();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw parser.Error($"The header is not valid JSON. {e.Message}", e);
        }
    }

    private SafeTensorsHeader Parse()
    {
        var tensors = new List<SafeTensorEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        Dictionary<string, string> metadata = [];
        _json.Read();
        while (NextProperty(names) is { } name)
        {
            if (name == SafeTensorsHeader.MetadataName)
            {
                metadata = ReadMetadata();
            }
            else
            {
                tensors.Add(ReadTensor(name));
            }
        }

        _json.Read();  // only blanks may follow; anything else is an error of the JSON reader's
        tensors.Sort((a, b) => (a.Begin, a.ByteLength).CompareTo((b.Begin, b.ByteLength)));
        RequireNoGap(tensors);
        return new SafeTensorsHeader { Tensors = tensors, Metadata = metadata };
    }

    /// <summary>The next property's name, or null at the end of the object.</summary>
    private string? NextProperty(HashSet<string> seen)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = _json.GetString()!;
        if (!seen.Add(name))
        {
            throw Error($"The name '{name}' occurs twice.");
        }

        _json.Read();
        return name;
    }

    private Dictionary<string, string> ReadMetadata()
    {
        Require(JsonTokenType.StartObject, SafeTensorsHeader.MetadataName, "an object");
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (NextProperty(seen) is { } key)
        {
            Require(JsonTokenType.String, key, "a string");
            metadata.Add(key, _json.GetString()!);
        }

        return metadata;
    }

    private SafeTensorEntry ReadTensor(string name)
    {
        Require(JsonTokenType.StartObject, name, "an object");
        SafeTensorType? type = null;
        List<long>? shape = null;
        List<long>? range = null;
        var seen = new HashSet<string>(3, StringComparer.Ordinal);
        while (NextProperty(seen) is { } property)
        {
            switch (property)
            {
                case "dtype": type = ReadType(); break;
                case "shape": shape = ReadNumbers(property, MostDimensions); break;
                case "data_offsets": range = ReadNumbers(property, 2); break;
                default: throw Error($"'{name}' has the unknown property '{property}'.");
            }
        }

        if (type is null || shape is null || range is not [var begin, var end])
        {
            throw Error($"'{name}' needs dtype, shape and two data_offsets.");
        }

        var length = SafeTensorTypes.ByteLength(type.Value, shape);
        if (length is null || end < begin || end - begin != length)
        {
            throw Error($"'{name}' takes the bytes {begin} to {end}; {SafeTensorTypes.Name(type.Value)} [{string.Join(", ", shape)}] "
                + (length is null ? "has no length in bytes." : $"takes {length}."));
        }

        return new SafeTensorEntry(name, type.Value, shape) { Begin = begin };
    }

    private SafeTensorType ReadType()
    {
        Require(JsonTokenType.String, "dtype", "a string");
        var name = _json.GetString()!;
        return SafeTensorTypes.Find(name) ?? throw Error($"The dtype '{name}' is not known.");
    }

    private List<long> ReadNumbers(string property, int most)
    {
        Require(JsonTokenType.StartArray, property, "an array");
        var numbers = new List<long>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            // Unsigned, because it refuses -0 as well.
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetUInt64(out var number) || number > long.MaxValue)
            {
                throw Error($"'{property}' holds something that is no whole number from 0 to {long.MaxValue}.");
            }

            if (numbers.Count == most)
            {
                throw Error($"'{property}' has more than {most} numbers.");
            }

            numbers.Add((long)number);
        }

        return numbers;
    }

    private readonly void RequireNoGap(List<SafeTensorEntry> tensors)
    {
        var end = 0L;
        foreach (var tensor in tensors)
        {
            if (tensor.Begin != end)
            {
                throw Error($"'{tensor.Name}' begins at {tensor.Begin} of the content, where {end} was due: contents may neither overlap nor leave gaps.");
            }

            end += tensor.ByteLength;
        }
    }

    private readonly void Require(JsonTokenType token, string name, string what)
    {
        if (_json.TokenType != token)
        {
            throw Error($"'{name}' must be {what}.");
        }
    }

    private readonly DataFormatException Error(string problem, Exception? inner = null) => new(_path, _origin + _json.TokenStartIndex, problem, inner);
}
