using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Short forms of the two models' calls.</summary>
public static class ModelExtensions
{
    /// <summary>Generates samples <c>[N, ...sample]</c> from latents.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="latents">The latents, <c>[N, Latent.Size]</c>, on the module's device.</param>
    /// <param name="condition">The condition, for conditional models.</param>
    /// <param name="random">Where the model's own randomness comes from, for models that draw; a CPU generator.</param>
    public static Tensor Generate(this IGenerator generator, Tensor latents, Tensor? condition = null, Generator? random = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(latents);
        return generator.Generate(new GeneratorInput { Latents = latents, Condition = condition, Random = random! });
    }

    /// <summary>Scores samples <c>[N, ...sample]</c>: logits <c>[N]</c>, or <c>[N, P]</c> of a patch critic.</summary>
    /// <param name="discriminator">The discriminator.</param>
    /// <param name="samples">The samples, on the module's device.</param>
    /// <param name="condition">The condition, for conditional models.</param>
    /// <param name="random">Where the model's own randomness comes from, for models that draw; a CPU generator.</param>
    public static Tensor Score(this IDiscriminator discriminator, Tensor samples, Tensor? condition = null, Generator? random = null)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        ArgumentNullException.ThrowIfNull(samples);
        return discriminator.Score(new DiscriminatorInput { Samples = samples, Condition = condition, Random = random! }).Logits;
    }
}
