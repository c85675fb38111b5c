using Gan.Net.Augmentations;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>What stands between samples and the discriminator of a game: its augmentations in their order, with what each remembers.</summary>
internal sealed class AugmentationStage(IReadOnlyList<IAugmentation> augmentations, IReadOnlyList<ComponentState> states, string prefix)
{
    /// <summary>What augments samples; null where there is no augmentation.</summary>
    /// <param name="random">Where the chance comes from.</param>
    /// <param name="samplesSeen">Real samples seen before the round.</param>
    public Func<Tensor, Tensor>? At(Generator random, long samplesSeen) =>
        augmentations.Count == 0 ? null : samples => Augment(samples, random, samplesSeen);

    /// <summary>Shows what a discriminator step thought of real samples, and measures how strong the augmentations that change are.</summary>
    /// <param name="pass">The step.</param>
    /// <param name="decisionPoint">The logit above which a sample is called real, if there is one.</param>
    /// <param name="round">Takes the measures.</param>
    public void Observe(DiscriminatorPass pass, double? decisionPoint, Round round)
    {
        for (var i = 0; i < augmentations.Count; i++)
        {
            if (augmentations[i] is IChangingAugmentation changing)
            {
                var moment = new AugmentationMoment(pass.Random, pass.SamplesSeen, states[i]);
                changing.Observe(pass.RealLogits.detach().sub(decisionPoint ?? 0), pass.Real.shape[0], moment);
                if (round.IsReported)
                {
                    round.Measure($"{prefix}augmentation.{changing.GetType().Name}", changing.Strength(moment));
                }
            }
        }
    }

    private Tensor Augment(Tensor samples, Generator random, long samplesSeen)
    {
        for (var i = 0; i < augmentations.Count; i++)
        {
            samples = augmentations[i] is IChangingAugmentation changing
                ? changing.Augment(samples, new AugmentationMoment(random, samplesSeen, states[i]))
                : augmentations[i].Augment(samples, random);
        }

        return samples;
    }
}
