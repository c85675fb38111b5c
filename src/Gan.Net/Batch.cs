using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Samples and, for labelled data, their labels. Owns both tensors: disposing the batch disposes them.</summary>
public sealed class Batch : IDisposable
{
    /// <summary>Joins samples <c>[N, ...sample]</c> with labels <c>[N]</c> (int64), on the same device.</summary>
    /// <exception cref="ArgumentException">The samples have no batch dimension, or there is not one label for each.</exception>
    public Batch(Tensor samples, Tensor? labels = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim == 0)
        {
            throw new ArgumentException("The samples are a scalar; expected [N, ...].", nameof(samples));
        }

        Size = samples.shape[0];
        if (labels is not null && (labels.ndim != 1 || labels.shape[0] != Size))
        {
            throw new ArgumentException($"The labels are [{string.Join(", ", labels.shape)}]; expected [{Size}], one for each sample.", nameof(labels));
        }

        Samples = samples;
        Labels = labels;
    }

    /// <summary>The samples, <c>[N, ...sample]</c>.</summary>
    public Tensor Samples { get; }

    /// <summary>The labels, <c>[N]</c> (int64), or null.</summary>
    public Tensor? Labels { get; }

    /// <summary>The number of samples, N.</summary>
    public long Size { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Samples.Dispose();
        Labels?.Dispose();
    }
}
