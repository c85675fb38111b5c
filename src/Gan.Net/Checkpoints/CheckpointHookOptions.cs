using Gan.Net.Training;

namespace Gan.Net.Checkpoints;

/// <summary>When checkpoints are made. Immutable.</summary>
public sealed record CheckpointHookOptions
{
    /// <summary>Rounds between two checkpoints, at least 1. Default 1000. One more is made where a run ends.</summary>
    public long Every { get; init; } = 1000;

    /// <summary>
    /// The longest time without a checkpoint: when it is over, the next round makes one whatever <see cref="Every"/> says. Null, the
    /// default: rounds alone decide.
    /// </summary>
    public TimeSpan? LongestTime { get; init; }

    /// <summary>How good the model of a round is, lower is better, by which the best are kept; null for nobody knows. Default null.</summary>
    public Func<TrainingReport, double?>? Score { get; init; }

    /// <summary>Records that must be on disk before a checkpoint. Default none.</summary>
    public IReadOnlyList<IRunLog> Logs { get; init; } = [];

    /// <summary>What happens when one cannot be written. Default <see cref="WriteFailure.Stop"/>.</summary>
    public WriteFailure OnWriteFailure { get; init; } = WriteFailure.Stop;

    internal CheckpointHookOptions Validated()
    {
        new OptionProblems(nameof(CheckpointHookOptions)).AtLeast(Every, 1)
            .Require(LongestTime is not { Ticks: <= 0 }, "must be positive, or null", LongestTime)
            .Require(Logs is not null, "must be given", Logs).ThrowIfAny();
        return this;
    }
}
