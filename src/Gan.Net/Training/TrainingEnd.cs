namespace Gan.Net.Training;

/// <summary>Where a run stood when it ended, for hooks.</summary>
public sealed record TrainingEnd
{
    /// <summary>Rounds finished since the trainer was made.</summary>
    public required long Rounds { get; init; }

    /// <summary>Real samples seen since the trainer was made.</summary>
    public required long SamplesSeen { get; init; }

    /// <summary>Whether the run was cancelled before its end.</summary>
    public required bool Cancelled { get; init; }
}
