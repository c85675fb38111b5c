using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// PacGAN (Lin et al. 2018): a discriminator that judges m samples at once, joined along their channels or features, so that it sees a
/// generator that always makes the same. Samples next to each other in the batch make a pack: <c>[N, C, ...]</c> reaches the inner
/// discriminator as <c>[N / m, m·C, ...]</c> and N / m logits come back. Only the inner discriminator's first layer grows. Losses and
/// penalties apply to packs. Owns the inner discriminator.
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

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A condition was given, or the samples do not fill whole packs.</exception>
    public Tensor Score(Tensor samples, Tensor? condition = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Conditions.Refuse(condition, nameof(PackedDiscriminator));
        var shape = samples.shape;
        if (shape.Length < 2 || shape[0] % SamplesPerLogit != 0)
        {
            throw new ArgumentException(
                $"The samples are [{string.Join(", ", shape)}], which do not fill packs of {SamplesPerLogit}. Choose a batch size that is a multiple of it, and a source that drops a smaller last batch.",
                nameof(samples));
        }

        return _inner.Score(samples.reshape([shape[0] / _size, _size * shape[1], .. shape[2..]]));
    }

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();
}
