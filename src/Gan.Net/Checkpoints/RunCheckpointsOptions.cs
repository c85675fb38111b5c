using Gan.Net.Training;

namespace Gan.Net.Checkpoints;

/// <summary>How the checkpoints of a run are kept. Immutable.</summary>
public sealed record RunCheckpointsOptions
{
    /// <summary>How many of the newest are kept, at least 1. Default 2: should one be damaged, there is another.</summary>
    public int KeepLast { get; init; } = 2;

    /// <summary>How many of the best are kept besides, by their scores, at least 0. Default 1.</summary>
    public int KeepBest { get; init; } = 1;

    /// <summary>
    /// Settings of the run that the trainer does not know, such as the networks' options: stored with every checkpoint and compared when a
    /// run goes on. Default none.
    /// </summary>
    public RunSettings? Settings { get; init; }

    internal RunCheckpointsOptions Validated()
    {
        new OptionProblems(nameof(RunCheckpointsOptions)).AtLeast(KeepLast, 1).AtLeast(KeepBest, 0).ThrowIfAny();
        return this;
    }
}
