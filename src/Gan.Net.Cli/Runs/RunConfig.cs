using System.Text.Json.Serialization;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.Training;

namespace Gan.Net.Cli.Runs;

/// <summary>Everything a run was started with: the content of <c>config.json</c>.</summary>
internal sealed record RunConfig
{
    /// <summary>The tool's version.</summary>
    public required string Tool { get; init; }

    public required string Engine { get; init; }

    public required string LibTorch { get; init; }

    /// <summary>What it was made on; null in the runs of earlier versions.</summary>
    public RunMachine? Machine { get; init; }

    /// <summary>When the run was started, UTC.</summary>
    public required DateTime Started { get; init; }

    /// <summary>The arguments, as they came.</summary>
    public required IReadOnlyList<string> CommandLine { get; init; }

    /// <summary>The data, as it was named when the run was started.</summary>
    public required string Data { get; init; }

    /// <summary>The same with the full path, or where the data is by now; null for data without a place, and in the runs of earlier versions.</summary>
    public string? DataPlace { get; init; }

    /// <summary>By what the data is known again; null when it is endless, and in the runs of earlier versions.</summary>
    public string? DataDigest { get; init; }

    public required IReadOnlyList<long> SampleShape { get; init; }

    /// <summary>Points lie in the square from minus this to this; null for pictures.</summary>
    public double? Extent { get; init; }

    public required long Rounds { get; init; }

    /// <summary>The epochs asked for, or null.</summary>
    public long? Epochs { get; init; }

    public required long Seed { get; init; }

    public required string Device { get; init; }

    public required int Threads { get; init; }

    /// <summary>Whether TensorBoard events are written.</summary>
    public bool TensorBoard { get; init; }

    /// <summary>Rounds between two checkpoints, or null for a tenth of the run.</summary>
    public long? CheckpointEvery { get; init; }

    /// <summary>The rules of the game, its batches and packs; with the user's own values in place of the recipe's.</summary>
    public required Recipe Recipe { get; init; }

    /// <summary>The model, if it is an MLP.</summary>
    public MlpOptions? Mlp { get; init; }

    /// <summary>The model, if it is a DCGAN.</summary>
    public DcganOptions? Dcgan { get; init; }

    /// <summary>Classes of a conditional run, or 0.</summary>
    [JsonIgnore]
    public int Classes => Mlp?.Classes ?? Dcgan?.Classes ?? 0;
}
