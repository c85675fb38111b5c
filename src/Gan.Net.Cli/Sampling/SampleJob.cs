namespace Gan.Net.Cli.Sampling;

/// <summary>Which samples go where.</summary>
internal sealed record SampleJob
{
    public required int Count { get; init; }

    public required long Seed { get; init; }

    public required string Path { get; init; }

    public required SampleFormat Format { get; init; }
}
