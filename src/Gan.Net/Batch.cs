using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Samples and, for conditional games, the condition of each. Owns both tensors: disposing the batch disposes them.</summary>
public sealed class Batch : IBatch
{
    /// <summary>Joins samples <c>[N, ...sample]</c> with a condition <c>[N]</c> (class labels, int64) or <c>[N, ...condition]</c>, on the same device.</summary>
    /// <exception cref="ArgumentException">The samples have no batch dimension, or the condition is not one for each sample.</exception>
    public Batch(Tensor samples, Tensor? condition = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim == 0)
        {
            throw new ArgumentException("The samples are a scalar; expected [N, ...].", nameof(samples));
        }

        Size = samples.shape[0];
        if (condition is not null && (condition.ndim == 0 || condition.shape[0] != Size))
        {
            throw new ArgumentException($"The condition is [{string.Join(", ", condition.shape)}]; expected [{Size}] or [{Size}, ...], one for each sample.", nameof(condition));
        }

        Samples = samples;
        Condition = condition;
        Tensors = condition is null ? [samples] : [samples, condition];
    }

    /// <summary>The samples, <c>[N, ...sample]</c>.</summary>
    public Tensor Samples { get; }

    /// <summary>The condition of each sample: class labels <c>[N]</c> (int64), a tensor <c>[N, ...condition]</c>, or null.</summary>
    public Tensor? Condition { get; }

    /// <inheritdoc/>
    public long Size { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Tensors { get; }

    /// <inheritdoc cref="IBatch.To"/>
    public Batch To(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Tensors.All(tensor => Devices.Holds(device, tensor)) ? this : new Batch(Samples.to(device), Condition?.to(device));
    }

    /// <inheritdoc/>
    IBatch IBatch.To(Device device) => To(device);

    /// <inheritdoc/>
    public void Dispose()
    {
        Samples.Dispose();
        Condition?.Dispose();
    }
}
