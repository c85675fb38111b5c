using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>
/// The generator G: turns latents into samples. The implementer owns its module; disposing the generator disposes it.
/// Not thread-safe.
/// </summary>
public interface IGenerator : IDisposable
{
    /// <summary>What <see cref="Generate"/> takes: the size and prior of the latents.</summary>
    LatentSpace Latent { get; }

    /// <summary>The module that holds the parameters, for optimizers, devices and state dictionaries.</summary>
    nn.Module Module { get; }

    /// <summary>Classes that a condition names by the labels 0 to Classes - 1, or 0: the model takes no labels. Default 0.</summary>
    int Classes => 0;

    /// <summary>Samples lie in [-Bound, Bound], and data that does not is refused; null when nothing bounds them. Default null.</summary>
    double? Bound => null;

    /// <summary>Generates samples <c>[N, ...sample]</c> from latents <c>[N, Latent.Size]</c>.</summary>
    /// <param name="latents">The latents, <c>[N, Latent.Size]</c>, on the module's device.</param>
    /// <param name="condition">Class labels <c>[N]</c> (int64) or an image, for conditional models; null otherwise.</param>
    /// <exception cref="ArgumentException">A condition was given to an unconditional model, or is missing from a conditional one.</exception>
    Tensor Generate(Tensor latents, Tensor? condition = null);
}
