using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>How batches are made of a set. Immutable.</summary>
public sealed record BatchSourceOptions
{
    /// <summary>Samples in a batch, at least 1. Default 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Chooses the orders. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>The order of an epoch. Default <see cref="SampleOrder.Shuffled"/>.</summary>
    public SampleOrder Order { get; init; } = SampleOrder.Shuffled;

    /// <summary>What becomes of samples that fill no batch. Default <see cref="LastBatch.Drop"/>.</summary>
    public LastBatch LastBatch { get; init; } = LastBatch.Drop;

    /// <summary>Where the batches are; a set in memory moves there once. Default the CPU.</summary>
    public Device Device { get; init; } = CPU;

    internal BatchSourceOptions Checked(long count)
    {
        new OptionProblems(nameof(BatchSourceOptions))
            .AtLeast(BatchSize, 1)
            .Require(
                LastBatch != LastBatch.Drop || BatchSize <= count,
                $"must be at most {count}, the number of samples, while smaller batches are dropped",
                BatchSize)
            .Require(count is > 0 and <= int.MaxValue, $"must be from 1 to {int.MaxValue}", count, nameof(ISampleSet.Count))
            .Require(Enum.IsDefined(Order), "must be a known order", Order)
            .Require(Enum.IsDefined(LastBatch), "must be a known choice", LastBatch)
            .OnThisMachine(Device)
            .ThrowIfAny();
        return this;
    }
}
