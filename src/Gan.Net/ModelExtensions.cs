using Gan.Net.Training;
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

    /// <summary>
    /// Draws latents and makes samples <c>[count, ...sample]</c> of them on the CPU, in evaluation mode and without a graph; the module's mode is put back.
    /// The caller owns the samples. The same seed gives the same samples.
    /// </summary>
    /// <param name="generator">A generator with latents, unconditional or with classes.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">Seed of the latents and of the model's own randomness.</param>
    /// <param name="label">The class of all samples; null for all classes in turn, and for generators without classes.</param>
    /// <exception cref="ArgumentException">A label was given to a generator without classes, there is no such class, or the generator needs a condition of a shape.</exception>
    public static Tensor Sample(this IGenerator generator, int count, long seed = 0, int? label = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        CheckLabel(generator.Condition, label);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator((ulong)seed, CPU);
        var device = generator.Module.parameters().FirstOrDefault()?.device ?? CPU;
        var latents = generator.Latent.Sample(count, random, device);
        var labels = generator.Condition.IsNone ? null
            : label is int one ? full(count, one, dtype: ScalarType.Int64, device: device)
            : arange(count, dtype: ScalarType.Int64, device: device).remainder(generator.Condition.ClassCount);
        return scope.MoveToOuter(generator.Generate(new GeneratorInput { Latents = latents, Condition = labels, Random = random }).cpu());
    }

    private static void CheckLabel(ConditionSpace space, int? label)
    {
        if (space.Shape is not null)
        {
            throw new ArgumentException($"The generator needs {space} for each sample. Call Generate with it.");
        }

        if (label is int one && (one < 0 || one >= space.ClassCount))
        {
            throw new ArgumentException(space.IsNone
                ? $"The generator takes no classes, and class {one} was asked for. Leave the label out."
                : $"The generator has {space.ClassCount} classes, 0 to {space.ClassCount - 1}; class {one} was asked for.", nameof(label));
        }
    }
}
