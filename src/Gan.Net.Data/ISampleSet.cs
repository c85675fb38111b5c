using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>A finite set of samples, addressed by index. <see cref="BatchSource"/> makes batches of it.</summary>
public interface ISampleSet : IDisposable
{
    /// <summary>How many samples there are, at least 1.</summary>
    long Count { get; }

    /// <summary>The shape of one sample, such as [1, 28, 28].</summary>
    IReadOnlyList<long> SampleShape { get; }

    /// <summary>How many classes the labels 0, 1, ... name; null without labels, or when it is not known.</summary>
    int? Classes { get; }

    /// <summary>Collects samples into a batch.</summary>
    /// <param name="indices">Which ones, each from 0 to <see cref="Count"/> - 1.</param>
    /// <param name="device">Where the batch shall be.</param>
    /// <returns>Samples <c>[N, ...sample]</c> of type float32, pictures in [-1, 1], with their labels <c>[N]</c>. The caller owns it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in the set.</exception>
    Batch Gather(ReadOnlySpan<long> indices, Device device);
}
