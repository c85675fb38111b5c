namespace Gan.Net.Monitoring;

/// <summary>What some generated samples are like, beside the data.</summary>
internal sealed record SampleReading
{
    // Of data itself about four in five are near; where modes are narrow, samples between them never are.
    private const double EnoughNear = 0.3;

    /// <summary>Their deviation over the data's.</summary>
    public required double Spread { get; init; }

    /// <summary>The share of the data in regions that have less than a quarter of the samples they should have.</summary>
    public required double Missed { get; init; }

    /// <summary>The share of samples as close to a region's centre as data is.</summary>
    public required double Near { get; init; }

    /// <summary>Whether the generator has found the data.</summary>
    public bool LooksLikeData => Near >= EnoughNear;

    /// <summary>The share of samples in each region.</summary>
    public required double[] Shares { get; init; }
}
