using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>When and with what an <see cref="IChangingAugmentation"/> is asked. Belongs to the step it is made for.</summary>
/// <param name="random">Where the chance comes from; a CPU generator.</param>
/// <param name="samplesSeen">Real samples seen before the round.</param>
/// <param name="state">What the augmentation remembers.</param>
public sealed class AugmentationMoment(Generator random, long samplesSeen, ComponentState state)
{
    /// <summary>Where the chance comes from; a CPU generator.</summary>
    public Generator Random { get; } = random;

    /// <summary>Real samples seen before the round.</summary>
    public long SamplesSeen { get; } = samplesSeen;

    /// <summary>What the augmentation remembers. The trainer owns it.</summary>
    public ComponentState State { get; } = state;
}
