namespace Gan.Net.Cli.Evaluation;

/// <summary>How many samples of which seed.</summary>
internal sealed record MeasurementPlan
{
    public required int Samples { get; init; }

    public required int RealSamples { get; init; }

    public required long Seed { get; init; }
}
