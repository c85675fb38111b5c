using Gan.Net.Layers;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Mlp;

/// <summary>
/// A fully connected discriminator: <c>[N, ...SampleShape]</c> to logits <c>[N]</c>. With classes, learnt numbers stand for the label beside the
/// sample's.
/// </summary>
public sealed class MlpDiscriminator : nn.Module<Tensor, Tensor>, IDiscriminator
{
    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

    [ComponentName(Name = "labels")]
    private readonly LabelConcatenation? _labels;

    /// <summary>Builds the network with weights that depend only on the options.</summary>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public MlpDiscriminator(MlpOptions options)
        : base(nameof(MlpDiscriminator))
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Validated();
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 2), CPU);
        var inputs = options.SampleShape.Aggregate(1L, (product, size) => product * size);
        _layers = nn.Sequential(MlpLayers.OfDiscriminator(options, inputs + MlpLayers.LabelSize(options), random));
        ScoresSamplesAlone = options.DiscriminatorNorm == Norm.None;
        _labels = MlpLayers.Labels(options, random);
        Condition = ConditionSpace.Classes(options.Classes);
        FeatureCount = options.DiscriminatorWidths.Count == 0 ? inputs + MlpLayers.LabelSize(options) : options.DiscriminatorWidths[^1];
        RegisterComponents();
    }

    /// <inheritdoc/>
    public nn.Module Module => this;

    /// <inheritdoc/>
    public bool ScoresSamplesAlone { get; }

    /// <inheritdoc/>
    public ConditionSpace Condition { get; }

    /// <inheritdoc/>
    public long FeatureCount { get; }

    /// <inheritdoc/>
    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var joined = Condition.Check(input.Condition, input.Samples.shape[0], nameof(MlpDiscriminator)) is { } labels
            ? _labels!.call(input.Samples.flatten(1), labels)
            : input.Samples;
        return input.WantsFeatures ? ShowingFeatures.Of(_layers, joined.flatten(1)) : new DiscriminatorOutput { Logits = call(joined) };
    }

    /// <summary>Scores samples, beside which stands what stands for their labels if there are classes.</summary>
    public override Tensor forward(Tensor input) => _layers.call(input.flatten(1)).flatten();
}
