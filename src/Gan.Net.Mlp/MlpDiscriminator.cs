using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Mlp;

/// <summary>A fully connected discriminator: <c>[N, ...SampleShape]</c> to logits <c>[N]</c>.</summary>
public sealed class MlpDiscriminator : nn.Module<Tensor, Tensor>, IFeatureDiscriminator
{
    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

    /// <summary>Builds the network with weights that depend only on the options.</summary>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public MlpDiscriminator(MlpOptions options)
        : base(nameof(MlpDiscriminator))
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Validated();
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 2), CPU);
        var inputs = options.SampleShape.Aggregate(1L, (product, size) => product * size);
        _layers = nn.Sequential([.. MlpLayers.Stack(inputs, options.DiscriminatorWidths, 1, options.DiscriminatorSlope, random)]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public nn.Module Module => this;

    /// <inheritdoc/>
    public bool ScoresSamplesAlone => true;

    /// <inheritdoc/>
    public Tensor Score(Tensor samples, Tensor? condition = null)
    {
        Conditions.Refuse(condition, nameof(MlpDiscriminator));
        return call(samples);
    }

    /// <inheritdoc/>
    public Tensor Features(Tensor samples, Tensor? condition = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Conditions.Refuse(condition, nameof(MlpDiscriminator));
        return _layers.children().SkipLast(1).Cast<nn.Module<Tensor, Tensor>>()
            .Aggregate(samples.flatten(1), (features, layer) => layer.call(features));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _layers.call(input.flatten(1)).flatten();
}
