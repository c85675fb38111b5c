namespace Gan.Net.Training;

/// <summary>Where a run stood when it ended.</summary>
public sealed record TrainingResult
{
    /// <summary>Rounds finished since the trainer was made.</summary>
    public required long Rounds { get; init; }

    /// <summary>Real samples seen since the trainer was made.</summary>
    public required long SamplesSeen { get; init; }
}
