using Gan.Net.Schedules;
using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>Changes samples with a probability that follows a schedule, as R3GAN does (Huang et al. 2024, appendix).</summary>
public sealed record ScheduledAugmentation : IChangingAugmentation
{
    /// <summary>What is done to samples. Default <see cref="AdaPipeline"/>.</summary>
    public IGradedAugmentation Pipeline { get; init; } = new AdaPipeline();

    /// <summary>The probability of each change, 0 to 1; a number, or a schedule over the samples seen. Default 0.5.</summary>
    public Schedule Probability { get; init; } = 0.5;

    /// <inheritdoc/>
    public Tensor Augment(Tensor samples, Generator random) => Augment(samples, Probability.At(0), random);

    /// <inheritdoc/>
    public Tensor Augment(Tensor samples, AugmentationMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return Augment(samples, Probability.At(moment.SamplesSeen), moment.Random);
    }

    /// <inheritdoc/>
    public Tensor Strength(AugmentationMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return tensor(Probability.At(moment.SamplesSeen));
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Within(Pipeline, (pipeline, inside) => pipeline.Validate(inside)).Probability(Probability);
    }

    private Tensor Augment(Tensor samples, double probability, Generator random)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return Pipeline.Augment(samples, full([], probability, device: samples.device), random);
    }
}
