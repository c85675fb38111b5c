using System.Text.Json.Serialization;
using Gan.Net.IO;
using Gan.Net.Training;

namespace Gan.Net.Checkpoints;

/// <summary>What a checkpoint says of itself: the content of <c>manifest.json</c>.</summary>
internal sealed record CheckpointManifest
{
    public const string FormatName = "Gan.Net checkpoint";

    /// <summary>The version this library writes, and the only one so far.</summary>
    public const int CurrentVersion = 1;

    public required string Format { get; init; }

    public required int Version { get; init; }

    public required long Rounds { get; init; }

    public required long BatchesDrawn { get; init; }

    public required long SamplesSeen { get; init; }

    /// <summary>How good the model is, lower is better; absent when nobody said.</summary>
    public double? Score { get; init; }

    public required IReadOnlyList<ManifestPlayer> Players { get; init; }

    /// <summary>The names of all parts that can remember something, also of those that have nothing to remember yet.</summary>
    public required IReadOnlyList<string> States { get; init; }

    public required ManifestData Data { get; init; }

    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    public required IReadOnlyList<ManifestFile> Files { get; init; }

    [JsonIgnore]
    public TrainerCounters Counters => new(Rounds, BatchesDrawn, SamplesSeen);
}

/// <summary>A player's part of the count.</summary>
internal sealed record ManifestPlayer
{
    public required string Name { get; init; }

    /// <summary>Optimizer steps taken.</summary>
    public required long Steps { get; init; }

    /// <summary>How its parameters lie in the buffer that optimizers and averages follow: <see cref="TrainerParts.LayoutOf"/>.</summary>
    public required string Layout { get; init; }
}

/// <summary>By what the data is known again.</summary>
internal sealed record ManifestData
{
    public required int BatchSize { get; init; }

    /// <summary>Absent when the data is endless.</summary>
    public long? BatchesPerEpoch { get; init; }

    /// <summary>Of the first batch's tensors.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of all the data, by a source that knows it as a whole; absent for others, and in the checkpoints of earlier versions.</summary>
    public string? Content { get; init; }
}

/// <summary>A file beside the manifest.</summary>
internal sealed record ManifestFile
{
    public required string Name { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }
}
