using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Says which condition a generator is given for each of its samples. Implementations are immutable, hold no tensors and are thread-safe.</summary>
public interface IConditionSampler
{
    /// <summary>Whether <see cref="Draw"/> reads the real samples' condition, so that the generator's step needs a batch. Default no.</summary>
    bool UsesBatch => false;

    /// <summary>One condition for each sample.</summary>
    /// <param name="space">What the generator is told.</param>
    /// <param name="count">How many, N.</param>
    /// <param name="real">The real samples' condition; null when <see cref="UsesBatch"/> is false.</param>
    /// <param name="random">Where chance comes from; a CPU generator.</param>
    /// <param name="device">Where the result goes.</param>
    /// <returns>The condition, <c>[N]</c> (int64) or <c>[N, ...condition]</c>.</returns>
    Tensor Draw(ConditionSpace space, long count, Tensor? real, Generator random, Device device);

    /// <summary>Adds what does not go together with the generator's condition to <paramref name="problems"/>. Default nothing.</summary>
    void Validate(ConditionSpace space, OptionProblems problems)
    {
    }
}
