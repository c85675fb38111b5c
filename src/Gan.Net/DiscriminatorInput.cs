using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>What a discriminator judges. The tensors belong to the caller.</summary>
public sealed class DiscriminatorInput
{
    private Generator? _random;

    /// <summary>The samples, <c>[N, ...sample]</c>, on the module's device.</summary>
    public required Tensor Samples { get; init; }

    /// <summary>The condition: class labels <c>[N]</c> (int64), a tensor <c>[N, ...condition]</c>, or null.</summary>
    public Tensor? Condition { get; init; }

    /// <summary>Where everything random in the model comes from (dropout, augmentation, phase shuffle); a CPU generator.</summary>
    /// <exception cref="InvalidOperationException">None was given.</exception>
    public Generator Random
    {
        get => _random ?? throw new InvalidOperationException($"The model draws at random and was given no generator. Set {nameof(DiscriminatorInput)}.{nameof(Random)}.");
        init => _random = value;
    }

    /// <summary>Real samples seen before, for models that change with progress. Default <see cref="long.MaxValue"/>: training is over.</summary>
    public long SamplesSeen { get; init; } = long.MaxValue;

    /// <summary>Whether somebody will read <see cref="DiscriminatorOutput.Features"/>. Models leave them empty otherwise. Default false.</summary>
    public bool WantsFeatures { get; init; }

    /// <summary>The same input with other samples and another condition.</summary>
    /// <param name="samples">The samples, <c>[N, ...sample]</c>.</param>
    /// <param name="condition">The condition, or null.</param>
    public DiscriminatorInput With(Tensor samples, Tensor? condition) =>
        new() { Samples = samples, Condition = condition, _random = _random, SamplesSeen = SamplesSeen, WantsFeatures = WantsFeatures };

    /// <summary>The same input, with <see cref="WantsFeatures"/> set.</summary>
    public DiscriminatorInput WithFeatures() => new() { Samples = Samples, Condition = Condition, _random = _random, SamplesSeen = SamplesSeen, WantsFeatures = true };
}
