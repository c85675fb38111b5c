using Gan.Net.Schedules;
using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// Instance noise (Sønderby et al. 2017, section 3; Arjovsky and Bottou 2017): N(0, σ²) is added to every number the discriminator sees, real
/// or generated, and usually fades away. Takes samples of any shape. In the Dirac-GAN it turns the cycle into a spiral inwards
/// (Mescheder et al. 2018, section 3.2).
/// </summary>
public sealed record InstanceNoise : IChangingAugmentation
{
    /// <summary>The standard deviation σ, at least 0, in the samples' own units; a number, or a schedule over the samples seen. Default 0.1.</summary>
    public Schedule Deviation { get; init; } = 0.1;

    /// <inheritdoc/>
    public Tensor Augment(Tensor samples, Generator random) => Add(samples, Deviation.At(0), random);

    /// <inheritdoc/>
    public Tensor Augment(Tensor samples, AugmentationMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return Add(samples, Deviation.At(moment.SamplesSeen), moment.Random);
    }

    /// <inheritdoc/>
    public Tensor Strength(AugmentationMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return tensor(Deviation.At(moment.SamplesSeen));
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(Deviation, 0);
    }

    private static Tensor Add(Tensor samples, double deviation, Generator random)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return deviation == 0 ? samples.alias() : samples.add(randn(samples.shape, dtype: samples.dtype, generator: random).mul(deviation).to(samples.device));
    }
}
