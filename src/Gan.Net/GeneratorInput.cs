using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>What a generator makes samples from. The tensors belong to the caller.</summary>
public sealed class GeneratorInput
{
    private Generator? _random;

    /// <summary>The latents, <c>[N, Latent.Size]</c>, on the module's device; null for models without latents.</summary>
    public Tensor? Latents { get; init; }

    /// <summary>The condition: class labels <c>[N]</c> (int64), a tensor <c>[N, ...condition]</c>, or null.</summary>
    public Tensor? Condition { get; init; }

    /// <summary>Where everything random in the model comes from (noise, dropout, style mixing); a CPU generator.</summary>
    /// <exception cref="InvalidOperationException">None was given.</exception>
    public Generator Random
    {
        get => _random ?? throw new InvalidOperationException($"The model draws at random and was given no generator. Set {nameof(GeneratorInput)}.{nameof(Random)}.");
        init => _random = value;
    }

    /// <summary>Real samples seen before, for models that change with progress. Default <see cref="long.MaxValue"/>: training is over.</summary>
    public long SamplesSeen { get; init; } = long.MaxValue;

    /// <summary>The number of samples to make, N: that of the latents, or without latents that of the condition.</summary>
    /// <exception cref="InvalidOperationException">There are neither latents nor a condition.</exception>
    public long Count => (Latents ?? Condition)?.shape[0] ?? throw new InvalidOperationException("The input has neither latents nor a condition. Give one of them.");

    /// <summary>The latents, for models that need them.</summary>
    /// <param name="model">The model's name, for the message.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Tensor LatentsFor(string model) => Latents ?? throw new ArgumentException($"{model} generates from latents; none were given. Set {nameof(Latents)}.");

    /// <summary>The same input with another condition.</summary>
    /// <param name="condition">The condition, or null.</param>
    public GeneratorInput WithCondition(Tensor? condition) => new() { Latents = Latents, Condition = condition, _random = _random, SamplesSeen = SamplesSeen };

    /// <summary>The same input with other latents.</summary>
    /// <param name="latents">The latents, <c>[N, Latent.Size]</c>.</param>
    public GeneratorInput WithLatents(Tensor latents) => new() { Latents = latents, Condition = Condition, _random = _random, SamplesSeen = SamplesSeen };
}
