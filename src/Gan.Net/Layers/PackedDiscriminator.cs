using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// PacGAN (Lin et al. 2018): a discriminator that judges m samples at once, joined along their channels or features, so that it sees a
/// generator that always makes the same. Samples next to each other in the batch make a pack: <c>[N, C, ...]</c> reaches the inner
/// discriminator as <c>[N / m, m·C, ...]</c> and N / m logits come back. Only the inner discriminator's first layer grows. Losses and
/// penalties apply to packs. A condition of a shape is packed as the samples are. Owns the inner discriminator.
/// </summary>
public sealed class PackedDiscriminator : IDiscriminator
{
    private readonly IDiscriminator _inner;
    private readonly int _size;

    /// <summary>
    /// Takes over a discriminator that is made for m times the channels, or features, of a sample, as the models' options <c>ForPacks(m)</c> say.
    /// </summary>
    /// <param name="inner">Who judges the packs.</param>
    /// <param name="samplesPerLogit">Samples in a pack, m, at least 1. The paper has 2 to 4.</param>
    public PackedDiscriminator(IDiscriminator inner, int samplesPerLogit = 2)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentOutOfRangeException.ThrowIfLessThan(samplesPerLogit, 1);
        Condition = Unpacked(inner, samplesPerLogit);
        _inner = inner;
        SamplesPerLogit = samplesPerLogit * inner.SamplesPerLogit;
        _size = samplesPerLogit;
    }

    /// <inheritdoc/>
    public nn.Module Module => _inner.Module;

    /// <inheritdoc/>
    public int SamplesPerLogit { get; }

    /// <inheritdoc/>
    public bool ScoresSamplesAlone => _inner.ScoresSamplesAlone;

    /// <summary>The condition of one sample: that of the inner discriminator has m times its first size.</summary>
    public ConditionSpace Condition { get; }

    /// <inheritdoc/>
    public long FeatureCount => _inner.FeatureCount;

    /// <inheritdoc/>
    public long AuxiliaryCount => _inner.AuxiliaryCount;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The samples do not fill whole packs, or the condition does not fit.</exception>
    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var condition = Condition.Check(input.Condition, input.Samples.shape[0], nameof(PackedDiscriminator));
        return _inner.Score(input.With(Packed(input.Samples), condition is null ? null : Packed(condition)));
    }

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    private Tensor Packed(Tensor samples)
    {
        var shape = samples.shape;
        return shape.Length >= 2 && shape[0] % SamplesPerLogit == 0
            ? samples.reshape([shape[0] / _size, _size * shape[1], .. shape[2..]])
            : throw new ArgumentException(
                $"The samples are [{string.Join(", ", shape)}], which do not fill packs of {SamplesPerLogit}. Choose a batch size that is a multiple of it, and a source that drops a smaller last batch.",
                nameof(samples));
    }

    private static ConditionSpace Unpacked(IDiscriminator inner, int size)
    {
        var packed = inner.Condition;
        if (packed.IsNone)
        {
            return packed;
        }

        return packed.Shape is { Count: > 0 } shape && shape[0] % size == 0
            ? ConditionSpace.OfShape([shape[0] / size, .. shape.Skip(1)])
            : throw new ArgumentException(
                $"{inner.GetType().Name} takes {packed}, which packs of {size} samples do not have. Give it a condition [{size}·C, ...], or none.", nameof(inner));
    }
}
