namespace Gan.Net.Cli.Sampling;

/// <summary>Which samples go where.</summary>
internal sealed record SampleJob
{
    public required int Count { get; init; }

    public required long Seed { get; init; }

    /// <summary>The only class to draw, or null for all in turn.</summary>
    public int? Class { get; init; }

    public required string Path { get; init; }

    public required SampleFormat Format { get; init; }
}
