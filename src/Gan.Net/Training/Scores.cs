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
}
