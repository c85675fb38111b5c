using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Dcgan;

/// <summary>
/// The DCGAN generator: latents <c>[N, size]</c> to images <c>[N, C, S, S]</c> in [-1, 1]. Transposed convolutions with batch norm
/// and ReLU, Tanh at the end.
/// </summary>
public sealed class DcganGenerator : Module<Tensor, Tensor>, IGenerator
{
    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

    /// <summary>Builds the network with weights that depend only on the options.</summary>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public DcganGenerator(DcganOptions options)
        : base(nameof(DcganGenerator))
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Validated();
        Latent = options.Latent;
        _layers = Sequential(Layers(options));
        RegisterComponents();
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 1), CPU);
        DcganWeights.Initialise(_layers, random);
    }

    /// <inheritdoc/>
    public LatentSpace Latent { get; }

    /// <inheritdoc/>
    public Module Module => this;

    /// <inheritdoc/>
    public Tensor Generate(Tensor latents, Tensor? condition = null)
    {
        Conditions.Refuse(condition, nameof(DcganGenerator));
        return call(latents);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _layers.call(input.unsqueeze(-1).unsqueeze(-1));

    private static List<Module<Tensor, Tensor>> Layers(DcganOptions options)
    {
        var channels = (long)options.Width << (options.Stages - 1);
        List<Module<Tensor, Tensor>> layers =
        [
            ConvTranspose2d(options.Latent.Size, channels, kernel_size: options.Base, bias: false), BatchNorm2d(channels), ReLU(inplace: true),
        ];
        for (var stage = 1; stage < options.Stages; stage++, channels /= 2)
        {
            layers.AddRange([Double(channels, channels / 2), BatchNorm2d(channels / 2), ReLU(inplace: true)]);
        }

        return [.. layers, Double(channels, options.Channels), Tanh()];
    }

    private static ConvTranspose2d Double(long from, long to) => ConvTranspose2d(from, to, kernel_size: 4, stride: 2, padding: 1, bias: false);
}
