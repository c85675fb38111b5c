using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>What an endless source of drawn samples needs to know. Immutable.</summary>
public sealed record DrawOptions
{
    /// <summary>Samples in a batch, at least 1. Default 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Chooses the series of samples. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>Where the batches are. Default the CPU.</summary>
    public Device Device { get; init; } = CPU;

    internal DrawOptions Checked()
    {
        new OptionProblems(nameof(DrawOptions)).AtLeast(BatchSize, 1).OnThisMachine(Device).ThrowIfAny();
        return this;
    }
}
