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
    private readonly List<long> _numbers = [];
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
            throw Twice(name);
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
        long[]? shape = null;
        long[]? range = null;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            if (_json.ValueTextEquals("dtype"))
            {
                type = type is null ? ReadType() : throw Twice("dtype");
            }
            else if (_json.ValueTextEquals("shape"))
            {
                shape = shape is null ? ReadNumbers("shape", MostDimensions) : throw Twice("shape");
            }
            else if (_json.ValueTextEquals("data_offsets"))
            {
                range = range is null ? ReadNumbers("data_offsets", 2) : throw Twice("data_offsets");
            }
            else
            {
                throw Error($"'{Brief(name)}' has the unknown property '{Brief(_json.GetString()!)}'.");
            }
        }

        return type is not null && shape is not null && range is [var begin, var end]
            ? Describe(name, type.Value, shape, (begin, end))
            : throw Error($"'{Brief(name)}' needs dtype, shape and two data_offsets.");
    }

    private readonly SafeTensorEntry Describe(string name, SafeTensorType type, long[] shape, (long Begin, long End) range)
    {
        var length = SafeTensorTypes.ByteLength(type, shape);
        return length is not null && range.End >= range.Begin && range.End - range.Begin == length
            ? new SafeTensorEntry(name, type, shape) { Begin = range.Begin }
            : throw Error($"'{Brief(name)}' takes the bytes {range.Begin} to {range.End}; {SafeTensorTypes.Name(type)} [{string.Join(", ", shape)}] "
                + (length is null ? "has no length in bytes." : $"takes {length}."));
    }

    private SafeTensorType ReadType()
    {
        _json.Read();
        Require(JsonTokenType.String, "dtype", "a string");
        var name = _json.GetString()!;
        return SafeTensorTypes.Find(name) ?? throw Error($"The dtype '{Brief(name)}' is not known.");
    }

    private long[] ReadNumbers(string property, int most)
    {
        _json.Read();
        Require(JsonTokenType.StartArray, property, "an array");
        _numbers.Clear();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            // Unsigned, because it refuses -0 as well.
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetUInt64(out var number) || number > long.MaxValue)
            {
                throw Error($"'{property}' holds something that is no whole number from 0 to {long.MaxValue}.");
            }

            if (_numbers.Count == most)
            {
                throw Error($"'{property}' has more than {most} numbers.");
            }

            _numbers.Add((long)number);
        }

        return [.. _numbers];
    }

    private readonly void RequireNoGap(List<SafeTensorEntry> tensors)
    {
        var end = 0L;
        foreach (var tensor in tensors)
        {
            if (tensor.Begin != end)
            {
                throw Error($"'{Brief(tensor.Name)}' begins at {tensor.Begin} of the content, where {end} was due: contents may neither overlap nor leave gaps.");
            }

            end += tensor.ByteLength;
        }
    }

    private readonly void Require(JsonTokenType token, string name, string what)
    {
        if (_json.TokenType != token)
        {
            throw Error($"'{Brief(name)}' must be {what}.");
        }
    }

    // A hostile name may be as long as the file.
    private static string Brief(string name) => name.Length <= 100 ? name : name[..100] + "…";

    private readonly DataFormatException Twice(string name) => Error($"The name '{Brief(name)}' occurs twice.");

    private readonly DataFormatException Error(string problem, Exception? inner = null) => new(_path, _origin + _json.TokenStartIndex, problem, inner);
}
