using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// A discriminator that sees everything through augmentations, drawn anew each time: real and generated samples, and what penalties show it. So
/// gradients by samples run through the augmentations too. For one step; the discriminator belongs to somebody else.
/// </summary>
internal class AugmentedDiscriminator : IDiscriminator
{
    private readonly IDiscriminator _inner;
    private readonly Func<Tensor, Tensor> _augment;

    private AugmentedDiscriminator(IDiscriminator inner, Func<Tensor, Tensor> augment) => (_inner, _augment) = (inner, augment);

    public nn.Module Module => _inner.Module;

    public int Classes => _inner.Classes;

    public int SamplesPerLogit => _inner.SamplesPerLogit;

    public bool ScoresSamplesAlone => _inner.ScoresSamplesAlone;

    /// <summary>Wraps a discriminator; it stays able to what it is able to.</summary>
    public static IDiscriminator Around(IDiscriminator inner, Func<Tensor, Tensor> augment) => inner switch
    {
        IFeatureDiscriminator and IAuxiliaryDiscriminator => new Both(inner, augment),
        IFeatureDiscriminator => new Featured(inner, augment),
        IAuxiliaryDiscriminator => new Telling(inner, augment),
        _ => new AugmentedDiscriminator(inner, augment),
    };

    public Tensor Score(Tensor samples, Tensor? condition = null) => _inner.Score(_augment(samples), condition);

    public void Dispose()
    {
    }

    /// <summary>Features of the discriminator inside; those who have them share these two.</summary>
    public long FeatureCount => ((IFeatureDiscriminator)_inner).FeatureCount;

    public Tensor ScoreFeatures(Tensor features) => ((IFeatureDiscriminator)_inner).ScoreFeatures(features);

    private protected Tensor FeaturesOf(Tensor samples, Tensor? condition) => ((IFeatureDiscriminator)_inner).Features(_augment(samples), condition);

    private protected (Tensor Logits, Tensor Auxiliary) All(Tensor samples, Tensor? condition) => ((IAuxiliaryDiscriminator)_inner).ScoreAll(_augment(samples), condition);

    private sealed class Featured(IDiscriminator inner, Func<Tensor, Tensor> augment) : AugmentedDiscriminator(inner, augment), IFeatureDiscriminator
    {
        public Tensor Features(Tensor samples, Tensor? condition = null) => FeaturesOf(samples, condition);
    }

    private sealed class Telling(IDiscriminator inner, Func<Tensor, Tensor> augment) : AugmentedDiscriminator(inner, augment), IAuxiliaryDiscriminator
    {
        public (Tensor Logits, Tensor Auxiliary) ScoreAll(Tensor samples, Tensor? condition = null) => All(samples, condition);
    }

    private sealed class Both(IDiscriminator inner, Func<Tensor, Tensor> augment) : AugmentedDiscriminator(inner, augment), IFeatureDiscriminator, IAuxiliaryDiscriminator
    {
        public Tensor Features(Tensor samples, Tensor? condition = null) => FeaturesOf(samples, condition);

        public (Tensor Logits, Tensor Auxiliary) ScoreAll(Tensor samples, Tensor? condition = null) => All(samples, condition);
    }
}
