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
public sealed class DcganDiscriminator : Module<Tensor, Tensor>, IDiscriminator
{
    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

    [ComponentName(Name = "labels")]
    private readonly LabelConcatenation? _labels;

    /// <summary>Builds the network with weights that depend only on the options.</summary>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public DcganDiscriminator(DcganOptions options)
        : base(nameof(DcganDiscriminator))
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Validated();
        ScoresSamplesAlone = options.DiscriminatorNorm == Norm.None;
        Condition = ConditionSpace.Classes(options.Classes);
        FeatureCount = ((long)options.Width << (options.Stages - 1)) * options.Base * options.Base;
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 2), CPU);
        _layers = Sequential(Layers(options, random));
        _labels = Condition.IsNone ? null : new LabelConcatenation(options.Classes, [1, options.ImageSize, options.ImageSize], random);
        RegisterComponents();
        DcganWeights.Initialise(_layers, random);
    }

    /// <inheritdoc/>
    public Module Module => this;

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
        var joined = Condition.Check(input.Condition, input.Samples.shape[0], nameof(DcganDiscriminator)) is { } labels
            ? _labels!.call(input.Samples, labels)
            : input.Samples;
        return input.WantsFeatures ? ShowingFeatures.Of(_layers, joined) : new DiscriminatorOutput { Logits = call(joined) };
    }

    /// <summary>Scores images, with the plane that stands for the label among their channels if there are classes.</summary>
    public override Tensor forward(Tensor input) => _layers.call(input).flatten();

    private static List<Module<Tensor, Tensor>> Layers(DcganOptions options, Generator random)
    {
        var channels = (long)options.Width;
        Module<Tensor, Tensor> Normed(Conv2d layer) => options.DiscriminatorNorm == Norm.Spectral ? new SpectralNorm(layer, random) : layer;
        List<Module<Tensor, Tensor>> layers =
            [Normed(Halve(options.Channels + (options.Classes == 0 ? 0 : 1), channels)), LeakyReLU(options.DiscriminatorSlope, inplace: true)];
        for (var stage = 1; stage < options.Stages; stage++, channels *= 2)
        {
            layers.Add(Normed(Halve(channels, channels * 2)));
            if (options.DiscriminatorNorm == Norm.Batch)
            {
                layers.Add(BatchNorm2d(channels * 2));
            }

            layers.Add(LeakyReLU(options.DiscriminatorSlope, inplace: true));
        }

        // Spectral norm wraps the engine's own layers only.
        return options.DiscriminatorNorm == Norm.Spectral
            ? [.. layers, Normed(Conv2d(channels, 1, kernel_size: options.Base, bias: false))]
            : [.. layers, new CoveringConvolution(channels, options.Base)];
    }

    private static Conv2d Halve(long from, long to) => Conv2d(from, to, kernel_size: 4, stride: 2, padding: 1, bias: false);
}
