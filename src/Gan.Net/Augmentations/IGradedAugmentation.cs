using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// Several changes, each made to a sample with the same probability: what adaptive and scheduled augmentation turn up and down. With
/// probability 0 samples stay as they are, bit for bit.
/// </summary>
public interface IGradedAugmentation : IAugmentation
{
    /// <summary>Changed samples, each at random on its own; differentiable in <paramref name="samples"/>.</summary>
    /// <param name="samples">The samples, <c>[N, ...sample]</c>; left as they are.</param>
    /// <param name="probability">Of each change to each sample, 0 to 1: a scalar on the samples' device.</param>
    /// <param name="random">Where the chance comes from; a CPU generator.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ArgumentException">Samples of this shape cannot be changed so.</exception>
    Tensor Augment(Tensor samples, Tensor probability, Generator random);
}
