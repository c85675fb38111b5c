using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>What every trainer needs to know. Immutable.</summary>
public record TrainerOptions
{
    /// <summary>Seed of the trainer's own random generator. The global one is never touched. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>Where the game is played; modules are moved there. Default the CPU.</summary>
    public Device Device { get; init; } = CPU;

    /// <summary>When players see each other's moves. Default <see cref="UpdateRule.Alternating"/>.</summary>
    public UpdateRule Update { get; init; } = UpdateRule.Alternating;

    /// <summary>
    /// Batches whose gradients make one step, at least 1: the step is that of one batch of all their samples, for games and models whose
    /// terms look at one sample at a time, in a fraction of the memory. Each batch counts the same. Default 1.
    /// </summary>
    public int GradientAccumulation { get; init; } = 1;

    /// <summary>The processes that train together. Default <see cref="SingleProcess"/>: this one alone.</summary>
    public ICollective Collective { get; init; } = new SingleProcess();

    /// <summary>What happens when a step meets NaN or infinity. Default <see cref="NumericPolicy.Throw"/>.</summary>
    public NumericPolicy NumericPolicy { get; init; } = NumericPolicy.Throw;
}
