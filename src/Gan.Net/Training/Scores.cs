using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>What a discriminator said of some samples.</summary>
internal sealed record Scores(Tensor Logits, Tensor? Auxiliary)
{
    public static Scores Of(IDiscriminator discriminator, Tensor samples, Tensor? labels)
    {
        if (discriminator is not IAuxiliaryDiscriminator auxiliary)
        {
            return new Scores(discriminator.Score(samples, labels), null);
        }

        var (logits, rest) = auxiliary.ScoreAll(samples, labels);
        return new Scores(logits, rest);
    }

    /// <summary>Scores two lots in one call, for discriminators that score each sample alone.</summary>
    public static (Scores First, Scores Second) OfBoth(IDiscriminator discriminator, (Tensor Samples, Tensor? Labels) first, (Tensor Samples, Tensor? Labels) second)
    {
        var labels = first.Labels is null || second.Labels is null ? null : cat([first.Labels, second.Labels]);
        var both = Of(discriminator, cat([first.Samples, second.Samples]), labels);
        long[] sizes = [first.Samples.shape[0] / discriminator.SamplesPerLogit, second.Samples.shape[0] / discriminator.SamplesPerLogit];
        var logits = both.Logits.split(sizes);
        var rest = both.Auxiliary?.split(sizes);
        return (new Scores(logits[0], rest?[0]), new Scores(logits[1], rest?[1]));
    }
}
