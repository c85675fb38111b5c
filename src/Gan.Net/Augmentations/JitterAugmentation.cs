using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>Adds N(0, deviation²) to every number; for points and other vectors. Takes samples of any shape.</summary>
public sealed record JitterAugmentation : IAugmentation
{
    /// <summary>The standard deviation, positive, in the samples' own units. Default 0.05.</summary>
    public double Deviation { get; init; } = 0.05;

    /// <inheritdoc/>
    public Tensor Augment(Tensor samples, Generator random)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return samples.add(randn(samples.shape, dtype: samples.dtype, generator: random).mul(Deviation).to(samples.device));
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Deviation);
    }
}
