using System.Text.Json.Serialization;

namespace Gan.Net.Cli.Runs;

/// <summary>Why a run cannot simply go on: the content of <c>diverged.json</c>.</summary>
internal sealed record RunFailure
{
    /// <summary>The round that met NaN or infinity, from 1.</summary>
    public required long Round { get; init; }

    /// <summary>What was found there.</summary>
    public required string Problem { get; init; }

    /// <summary>The rate of the generator then.</summary>
    public required double Rate { get; init; }

    /// <summary>A rate to go on with.</summary>
    [JsonIgnore]
    public double LowerRate => Rate / 10;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RunFailure))]
internal sealed partial class RunFailureJson : JsonSerializerContext;
