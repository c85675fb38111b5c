using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gan.Net.IO;

namespace Gan.Net.Checkpoints;

/// <summary>
/// The text of a manifest: a JSON object whose last property, <c>sha256</c>, is the digest of every byte before it. This frame is the same
/// in every version of the format, so that damage and a newer version can be told apart.
/// </summary>
internal static class ManifestText
{
    /// <summary>The longest text that is read.</summary>
    public const int LongestLength = 1 << 20;

    private const int DigestLength = 64;
    private const string BeforeDigest = ",\n  \"sha256\": \"";
    private const string AfterDigest = "\"\n}\n";

    public static byte[] Write(CheckpointManifest manifest)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.CheckpointManifest);
        var body = json[..json.AsSpan().LastIndexOf("\n}"u8)];
        byte[] text = [.. body, .. Encoding.UTF8.GetBytes(BeforeDigest + Digest(body) + AfterDigest)];
        return text.Length <= LongestLength
            ? text
            : throw new ArgumentException($"The manifest would have {text.Length} bytes; at most {LongestLength} are read. Note fewer or shorter settings.");
    }

    /// <exception cref="DataFormatException">The text is damaged, or no manifest.</exception>
    /// <exception cref="CheckpointVersionException">A later version of the library wrote it.</exception>
    public static CheckpointManifest Read(ReadOnlySpan<byte> text, string path)
    {
        var body = RequireDigest(text, path);
        byte[] json = [.. body, .. "\n}"u8];
        try
        {
            RequireVersion(json, path);
            return JsonSerializer.Deserialize(json, ManifestJson.Default.CheckpointManifest) is { } manifest
                ? Checked(manifest, path)
                : throw new JsonException("It is null.");
        }
        catch (JsonException error)
        {
            throw new DataFormatException(path, error.BytePositionInLine ?? 0, $"This is not the manifest of a checkpoint: {error.Message}", error);
        }
    }

    private static ReadOnlySpan<byte> RequireDigest(ReadOnlySpan<byte> text, string path)
    {
        var frame = BeforeDigest.Length + DigestLength + AfterDigest.Length;
        if (text.Length < frame)
        {
            throw new DataFormatException(path, text.Length, "The manifest is cut off.");
        }

        var body = text[..^frame];
        return text[^frame..].SequenceEqual(Encoding.UTF8.GetBytes(BeforeDigest + Digest(body) + AfterDigest))
            ? body
            : throw new DataFormatException(path, body.Length, "The manifest is cut off or damaged: it does not end with the digest of its content.");
    }

    private static void RequireVersion(byte[] json, string path)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != CheckpointManifest.FormatName
            || !document.RootElement.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
        {
            throw new JsonException($"it is no object with format '{CheckpointManifest.FormatName}' and a version.");
        }

        if (number is < 1 or > CheckpointManifest.CurrentVersion)
        {
            throw new CheckpointVersionException(path, number, CheckpointManifest.CurrentVersion);
        }
    }

    private static CheckpointManifest Checked(CheckpointManifest manifest, string path)
    {
        var problem = manifest switch
        {
            _ when manifest.Rounds < 0 || manifest.BatchesDrawn < 0 || manifest.SamplesSeen < 0 || manifest.Players.Any(player => player.Steps < 0) => "A count is negative.",
            _ when manifest.Data.BatchSize < 1 || manifest.Data.BatchesPerEpoch < 1 => "The data has no batches.",
            _ when manifest.Score is { } score && !double.IsFinite(score) => "The score is no finite number.",
            _ when manifest.Players.Select(player => player.Name).Distinct(StringComparer.Ordinal).Count() < manifest.Players.Count => "Two players have one name.",
            _ when manifest.States.Distinct(StringComparer.Ordinal).Count() < manifest.States.Count => "Two states have one name.",
            _ when manifest.Files.Any(file => !FileNames.IsPlain(file.Name) || file.Bytes < 0 || file.Name == Checkpoint.ManifestName) => "A file has a name or a length that no checkpoint's file has.",
            _ when manifest.Files.Select(file => file.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < manifest.Files.Count => "Two files have one name.",
            _ => null,
        };
        return problem is null ? manifest : throw new DataFormatException(path, 0, problem);
    }

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
