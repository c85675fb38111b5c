using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// The condition of the real samples that the fakes are judged beside: fakes have the data's mixture of classes, losses that compare pairs compare within
/// one class, and an image is translated beside its own target. As in the conditional GAN's algorithm (Mirza and Osindero 2014), where both players see the
/// same y.
/// </summary>
public sealed record BatchConditions : IConditionSampler
{
    /// <inheritdoc/>
    public bool UsesBatch => true;

    /// <inheritdoc/>
    public Tensor Draw(ConditionSpace space, long count, Tensor? real, Generator random, Device device) =>
        real ?? throw new ArgumentException($"{nameof(BatchConditions)} takes the real samples' condition; the batch has none. Choose a source with conditions, or {nameof(UniformConditions)}.", nameof(real));
}
