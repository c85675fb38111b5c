using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Scores two lots of samples in one call.</summary>
internal static class Scoring
{
    /// <summary>What a discriminator that scores each sample alone says of two lots, from one call.</summary>
    public static (DiscriminatorOutput First, DiscriminatorOutput Second) Both(IDiscriminator discriminator, DiscriminatorInput first, DiscriminatorInput second)
    {
        var condition = first.Condition is null || second.Condition is null ? null : cat([first.Condition, second.Condition]);
        var both = discriminator.Score(first.With(cat([first.Samples, second.Samples]), condition));
        long[] sizes = [first.Samples.shape[0] / discriminator.SamplesPerLogit, second.Samples.shape[0] / discriminator.SamplesPerLogit];
        var logits = both.Logits.split(sizes);
        var auxiliary = both.Auxiliary?.split(sizes);
        var features = both.Features.Select(feature => feature.split(sizes)).ToArray();
        return (Part(0), Part(1));

        DiscriminatorOutput Part(int i) => new()
        {
            Logits = logits[i],
            Auxiliary = auxiliary?[i],
            Features = [.. features.Select(parts => parts[i])],
        };
    }
}
