using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Settings whose optimizer step can be written as a function of tensors, so that a gradient flows through it; for
/// <see cref="UnrolledGanTrainer"/>. Implementations hold no tensor and are thread-safe.
/// </summary>
public interface IDifferentiableOptimizer
{
    /// <summary>What an optimizer made by these settings remembers now, laid out like <see cref="FlatParameters.Values"/>, as copies the caller owns.</summary>
    IReadOnlyList<Tensor> Memory(optim.Optimizer optimizer);

    /// <summary>Takes one step: what the optimizer would do in place, as new tensors with a graph.</summary>
    /// <param name="before">The parameter, then what <see cref="Memory"/> named, all of the gradient's shape.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="step">The step's number, from 1.</param>
    /// <param name="samplesSeen">Real samples seen, for schedules.</param>
    /// <returns>The parameter and the memory after the step, in the same order.</returns>
    IReadOnlyList<Tensor> Step(IReadOnlyList<Tensor> before, Tensor gradient, long step, long samplesSeen);
}
