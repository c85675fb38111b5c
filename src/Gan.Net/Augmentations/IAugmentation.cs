using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>A random change of samples that leaves them what they are. Immutable, holds no tensor, thread-safe.</summary>
public interface IAugmentation
{
    /// <summary>Changed samples, each at random on its own; differentiable in <paramref name="samples"/>.</summary>
    /// <param name="samples">The samples, <c>[N, ...sample]</c>; left as they are.</param>
    /// <param name="random">Where the chance comes from; a CPU generator.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ArgumentException">Samples of this shape cannot be changed so.</exception>
    Tensor Augment(Tensor samples, Generator random);

    /// <summary>Adds what is wrong with the settings to <paramref name="problems"/>. Default nothing.</summary>
    void Validate(OptionProblems problems)
    {
    }
}
