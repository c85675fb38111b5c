using Gan.Net.Layers;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Dcgan;

/// <summary>
/// The DCGAN discriminator: images <c>[N, C, S, S]</c> to logits <c>[N]</c>. Strided convolutions with LeakyReLU and, except in the
/// first stage, batch norm, or spectral norm everywhere. With classes, a learnt plane stands for the label beside the image's channels.
/// </summary>
public sealed class DcganDiscriminator : Module<Tensor, Tensor>, IFeatureDiscriminator
{
    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

    [ComponentName(Name = "labels")]
    private readonly LabelConcatenation? _labels;

    private readonly long[] _features;

    /// <summary>Builds the network with weights that depend only on the options.</summary>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public DcganDiscriminator(DcganOptions options)
        : base(nameof(DcganDiscriminator))
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Validated();
        ScoresSamplesAlone = options.DiscriminatorNorm == DcganNorm.None;
        Classes = options.Classes;
        _features = [-1, (long)options.Width << (options.Stages - 1), options.Base, options.Base];
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 2), CPU);
        _layers = Sequential(Layers(options, random));
        _labels = Classes == 0 ? null : new LabelConcatenation(Classes, [1, options.ImageSize, options.ImageSize], random);
        RegisterComponents();
        DcganWeights.Initialise(_layers, random);
    }

    /// <inheritdoc/>
    public Module Module => this;

    /// <inheritdoc/>
    public bool ScoresSamplesAlone { get; }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <inheritdoc/>
    public long FeatureCount => _features[1] * _features[2] * _features[3];

    /// <inheritdoc/>
    public Tensor Score(Tensor samples, Tensor? condition = null) => call(Joined(samples, condition));

    /// <inheritdoc/>
    public Tensor Features(Tensor samples, Tensor? condition = null) =>
        _layers.children().SkipLast(1).Cast<Module<Tensor, Tensor>>()
            .Aggregate(Joined(samples, condition), (features, layer) => layer.call(features)).flatten(1);

    /// <inheritdoc/>
    public Tensor ScoreFeatures(Tensor features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return ((Module<Tensor, Tensor>)_layers.children().Last()).call(features.view(_features)).flatten();
    }

    /// <summary>Scores images, with the plane that stands for the label among their channels if there are classes.</summary>
    public override Tensor forward(Tensor input) => _layers.call(input).flatten();

    private Tensor Joined(Tensor samples, Tensor? condition)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (_labels is not null)
        {
            return _labels.call(samples, Conditions.Labels(condition, samples.shape[0], nameof(DcganDiscriminator)));
        }

        Conditions.Refuse(condition, nameof(DcganDiscriminator));
        return samples;
    }

    private static List<Module<Tensor, Tensor>> Layers(DcganOptions options, Generator random)
    {
        var channels = (long)options.Width;
        Module<Tensor, Tensor> Normed(Conv2d layer) => options.DiscriminatorNorm == DcganNorm.Spectral ? new SpectralNorm(layer, random) : layer;
        List<Module<Tensor, Tensor>> layers =
            [Normed(Halve(options.Channels + (options.Classes == 0 ? 0 : 1), channels)), LeakyReLU(options.DiscriminatorSlope, inplace: true)];
        for (var stage = 1; stage < options.Stages; stage++, channels *= 2)
        {
            layers.Add(Normed(Halve(channels, channels * 2)));
            if (options.DiscriminatorNorm == DcganNorm.Batch)
            {
                layers.Add(BatchNorm2d(channels * 2));
            }

            layers.Add(LeakyReLU(options.DiscriminatorSlope, inplace: true));
        }

        // Spectral norm wraps the engine's own layers only.
        return options.DiscriminatorNorm == DcganNorm.Spectral
            ? [.. layers, Normed(Conv2d(channels, 1, kernel_size: options.Base, bias: false))]
            : [.. layers, new CoveringConvolution(channels, options.Base)];
    }

    private static Conv2d Halve(long from, long to) => Conv2d(from, to, kernel_size: 4, stride: 2, padding: 1, bias: false);
}
