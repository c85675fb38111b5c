using Gan.Net.Cli.Training;

namespace Gan.Net.Cli.Evaluation;

/// <summary>What the user asked for.</summary>
internal sealed record EvaluateRequest
{
    public required string Run { get; init; }

    /// <summary>The weights to look at, or null for those the run ended with.</summary>
    public string? Generator { get; init; }

    /// <summary>The real data, or null for the run's own.</summary>
    public DataName? Data { get; init; }

    /// <summary>Whether files are read in their test part instead of the training part.</summary>
    public required bool TestPart { get; init; }

    public required IReadOnlyList<MetricKind> Metrics { get; init; }

    public FeatureName? Features { get; init; }

    /// <summary>Generated samples, and real ones unless <see cref="RealSamples"/> says otherwise.</summary>
    public int? Samples { get; init; }

    public int? RealSamples { get; init; }

    public required long Seed { get; init; }

    public required string Device { get; init; }

    /// <summary>Where trained classifiers are kept.</summary>
    public required string Cache { get; init; }
}
