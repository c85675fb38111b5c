using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// A finite set that makes its samples on demand and may vary them from epoch to epoch. <see cref="BatchSource"/> tells it what it will be
/// asked for next, so that it can work ahead.
/// </summary>
public interface ILazySampleSet : ISampleSet
{
    /// <summary>Names the samples that are asked for next, in this order. What was named before and is not among them is no longer expected.</summary>
    /// <param name="indices">Which ones, each from 0 to <see cref="ISampleSet.Count"/> - 1.</param>
    void Expect(ReadOnlySpan<long> indices);

    /// <summary>Collects samples as they are in one epoch: the same indices and epoch always give the same batch.</summary>
    /// <param name="indices">Which ones, each from 0 to <see cref="ISampleSet.Count"/> - 1.</param>
    /// <param name="epoch">Which pass over the set this is, from 0.</param>
    /// <param name="device">Where the batch shall be.</param>
    /// <returns>Samples <c>[N, ...sample]</c> of type float32, pictures in [-1, 1], with their labels <c>[N]</c>. The caller owns it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in the set.</exception>
    Batch Gather(ReadOnlySpan<long> indices, long epoch, Device device);
}
