using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gan.Net.Checkpoints;

// Strict: no unknown or repeated property, nothing missing, no null where none belongs.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = 4,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(CheckpointManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
