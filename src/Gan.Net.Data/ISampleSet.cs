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

    /// <summary>What is known of all samples; null when that would mean to read them one by one. May be computed when first asked for.</summary>
    DataSummary? Summary => null;

    /// <summary>
    /// What whoever reads the set should know: which files were taken, which were left out and why. One sentence each; none for a set
    /// that comes from no files.
    /// </summary>
    IReadOnlyList<string> Remarks => [];

    /// <summary>Collects samples into a batch.</summary>
    /// <param name="indices">Which ones, each from 0 to <see cref="Count"/> - 1.</param>
    /// <param name="device">Where the batch shall be.</param>
    /// <returns>Samples <c>[N, ...sample]</c> of type float32, pictures in [-1, 1], with their labels <c>[N]</c>. The caller owns it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in the set.</exception>
    Batch Gather(ReadOnlySpan<long> indices, Device device);
}
