using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Dcgan;

/// <summary>
/// The DCGAN discriminator: images <c>[N, C, S, S]</c> to logits <c>[N]</c>. Strided convolutions with LeakyReLU and, except in the
/// first stage, batch norm.
/// </summary>
public sealed class DcganDiscriminator : Module<Tensor, Tensor>, IFeatureDiscriminator
{
    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

    /// <summary>Builds the network with weights that depend only on the options.</summary>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public DcganDiscriminator(DcganOptions options)
        : base(nameof(DcganDiscriminator))
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Validated();
        ScoresSamplesAlone = options.DiscriminatorNorm == DcganNorm.None;
        _layers = Sequential(Layers(options));
        RegisterComponents();
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 2), CPU);
        DcganWeights.Initialise(_layers, random);
    }

    /// <inheritdoc/>
    public Module Module => this;

    /// <inheritdoc/>
    public bool ScoresSamplesAlone { get; }

    /// <inheritdoc/>
    public Tensor Score(Tensor samples, Tensor? condition = null)
    {
        Conditions.Refuse(condition, nameof(DcganDiscriminator));
        return call(samples);
    }

    /// <inheritdoc/>
    public Tensor Features(Tensor samples, Tensor? condition = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Conditions.Refuse(condition, nameof(DcganDiscriminator));
        return _layers.children().SkipLast(1).Cast<Module<Tensor, Tensor>>()
            .Aggregate(samples, (features, layer) => layer.call(features)).flatten(1);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _layers.call(input).flatten();

    private static List<Module<Tensor, Tensor>> Layers(DcganOptions options)
    {
        var channels = (long)options.Width;
        List<Module<Tensor, Tensor>> layers = [Halve(options.Channels, channels), LeakyReLU(options.DiscriminatorSlope, inplace: true)];
        for (var stage = 1; stage < options.Stages; stage++, channels *= 2)
        {
            layers.Add(Halve(channels, channels * 2));
            if (options.DiscriminatorNorm == DcganNorm.Batch)
            {
                layers.Add(BatchNorm2d(channels * 2));
            }

            layers.Add(LeakyReLU(options.DiscriminatorSlope, inplace: true));
        }

        return [.. layers, Conv2d(channels, 1, kernel_size: options.Base, bias: false)];
    }

    private static Conv2d Halve(long from, long to) => Conv2d(from, to, kernel_size: 4, stride: 2, padding: 1, bias: false);
}
