namespace Gan.Net.Monitoring;

/// <summary>A number that passed its limit, and the sentence that says so.</summary>
internal sealed record Finding
{
    public required double Value { get; init; }

    public required double Limit { get; init; }

    public required string Sentence { get; init; }
}
