namespace Gan.Net.Training;

/// <summary>The numbers of one round. Plain values: safe to keep and to hand to another thread.</summary>
public sealed record TrainingReport
{
    /// <summary>Rounds finished, this one included.</summary>
    public required long Round { get; init; }

    /// <summary>Rounds after which this run ends.</summary>
    public required long LastRound { get; init; }

    /// <summary>Real samples seen since the trainer was made.</summary>
    public required long SamplesSeen { get; init; }

    /// <summary>Passes over the data so far, or null for an endless source.</summary>
    public required double? Epoch { get; init; }

    /// <summary>What was measured, by name: for a GAN <c>discriminator.loss</c>, <c>generator.loss</c>, <c>score.real</c>, <c>score.fake</c>.</summary>
    public required IReadOnlyDictionary<string, double> Values { get; init; }
}
