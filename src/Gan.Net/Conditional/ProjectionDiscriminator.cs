using Gan.Net.Layers;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Conditional;

/// <summary>
/// The projection discriminator (Miyato and Koyama 2018, equation 3): f(x, y) = vᵧ·φ(x) + ψ(φ(x)), any backbone's logit ψ of its features φ
/// plus their product with a vector learnt for each class. State: the backbone's own as <c>backbone.…</c>, and the vectors as
/// <c>projection.weight</c>, or <c>projection.layer.weight</c> and <c>projection.u</c> with <see cref="WeightNorm.Spectral"/>. Owns the backbone. Not
/// thread-safe.
/// </summary>
// Deviation: the paper sums features over the picture before it projects them; here all of the backbone's features are projected.
public sealed class ProjectionDiscriminator : nn.Module, IDiscriminator
{
    [ComponentName(Name = "backbone")]
    private readonly IDiscriminator _inner;

    [ComponentName(Name = "projection")]
    private readonly nn.Module<Tensor, Tensor> _projection;

    /// <summary>Takes over a backbone without classes. The vectors start from N(0, 1/F), so that the product is as large as a feature.</summary>
    /// <param name="inner">The backbone.</param>
    /// <param name="classes">Classes, at least 1.</param>
    /// <param name="norm">What normalises the vectors: spectral where the backbone's layers are, as in the paper. Default nothing.</param>
    /// <param name="seed">Seed of the vectors.</param>
    /// <exception cref="ArgumentException">The backbone is conditional itself, or shows no features.</exception>
    public ProjectionDiscriminator(IDiscriminator inner, int classes, WeightNorm norm = WeightNorm.None, long seed = 0)
        : base(nameof(ProjectionDiscriminator))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        _inner = Backbones.WithFeatures(inner, nameof(ProjectionDiscriminator));
        Condition = ConditionSpace.Classes(classes);
        using var random = new Generator(SeededRandom.Derive((ulong)seed, 3), CPU);
        var vectors = nn.Embedding(classes, inner.FeatureCount);
        InitialWeights.Normal(vectors.weight!, 0, 1 / Math.Sqrt(inner.FeatureCount), random);
        _projection = norm == WeightNorm.Spectral ? new SpectralNorm(vectors, random) : vectors;
        register_module("backbone", inner.Module);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public nn.Module Module => this;

    /// <inheritdoc/>
    public ConditionSpace Condition { get; }

    /// <inheritdoc/>
    public bool ScoresSamplesAlone => _inner.ScoresSamplesAlone && _projection is Embedding;

    /// <inheritdoc/>
    public long FeatureCount => _inner.FeatureCount;

    /// <inheritdoc/>
    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var labels = Conditions.Labels(input.Condition, input.Samples.shape[0], nameof(ProjectionDiscriminator));
        var scored = _inner.Score(input.With(input.Samples, null).WithFeatures());
        var features = scored.Features[^1].flatten(1);
        return new DiscriminatorOutput
        {
            Logits = scored.Logits.add(_projection.call(labels).mul(features).sum(1)),
            Features = input.WantsFeatures ? scored.Features : [],
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
