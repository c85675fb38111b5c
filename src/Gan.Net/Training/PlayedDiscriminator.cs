using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// A game's discriminator in one step: it draws from the step's generator, knows the progress, is told a condition only when it takes one, and sees
/// samples through the game's augmentations, drawn anew each time. So gradients by samples run through the augmentations too. A condition that is an
/// image of the samples' size is augmented with them, joined along the channels. The discriminator inside belongs to somebody else.
/// </summary>
internal sealed class PlayedDiscriminator(IDiscriminator inner, Func<Tensor, Tensor>? augment, Generator random, long samplesSeen) : IDiscriminator
{
    public nn.Module Module => inner.Module;

    public ConditionSpace Condition => inner.Condition;

    public long FeatureCount => inner.FeatureCount;

    public long AuxiliaryCount => inner.AuxiliaryCount;

    public int SamplesPerLogit => inner.SamplesPerLogit;

    public bool ScoresSamplesAlone => inner.ScoresSamplesAlone;

    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        var condition = inner.Condition.IsNone ? null : input.Condition;
        var (samples, told) = augment is null ? (input.Samples, condition) : Augmented(input.Samples, condition, augment);
        return inner.Score(new DiscriminatorInput
        {
            Samples = samples,
            Condition = told,
            Random = random,
            SamplesSeen = samplesSeen,
            WantsFeatures = input.WantsFeatures,
        });
    }

    public void Dispose()
    {
    }

    private static (Tensor Samples, Tensor? Condition) Augmented(Tensor samples, Tensor? condition, Func<Tensor, Tensor> augment)
    {
        if (condition is null || condition.ndim < 3 || condition.ndim != samples.ndim || !condition.shape.AsSpan(2).SequenceEqual(samples.shape.AsSpan(2)))
        {
            return (augment(samples), condition);
        }

        var both = augment(cat([condition, samples], 1)).split([condition.shape[1], samples.shape[1]], 1);
        return (both[1], both[0]);
    }
}
