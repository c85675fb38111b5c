using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>
/// The generator G: makes samples from latents, from a condition, or from both. The implementer owns its module; disposing the generator disposes it.
/// Not thread-safe.
/// </summary>
public interface IGenerator : IDisposable
{
    /// <summary>The size and prior of the latents. <see cref="LatentSpace.None"/> for models that generate from a condition alone.</summary>
    LatentSpace Latent { get; }

    /// <summary>What the model is told beside the latents. Default <see cref="ConditionSpace.None"/>.</summary>
    ConditionSpace Condition => ConditionSpace.None;

    /// <summary>The module that holds the parameters, for optimizers, devices and state dictionaries.</summary>
    nn.Module Module { get; }

    /// <summary>Samples lie in [-Bound, Bound], and data that does not is refused; null when nothing bounds them. Default null.</summary>
    double? Bound => null;

    /// <summary>Generates samples <c>[N, ...sample]</c>.</summary>
    /// <param name="input">The latents, the condition, and what the model may need beside them.</param>
    /// <exception cref="ArgumentException">A condition was given to an unconditional model, or is missing from a conditional one.</exception>
    Tensor Generate(GeneratorInput input);
}
