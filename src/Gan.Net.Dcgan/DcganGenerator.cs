using Gan.Net.Layers;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Dcgan;

/// <summary>
/// The DCGAN generator: latents <c>[N, size]</c> to images <c>[N, C, S, S]</c> in [-1, 1]. Transposed convolutions with batch norm
/// and ReLU, Tanh at the end. With classes, learnt numbers stand for the label beside the latents, or the batch norms are given it:
/// <see cref="DcganOptions.GeneratorLabels"/>.
/// </summary>
public sealed class DcganGenerator : Module<Tensor, Tensor>, IGenerator
{
    [ComponentName(Name = "layers")]
    private readonly Module _layers;

    [ComponentName(Name = "labels")]
    private readonly LabelConcatenation? _labels;

    /// <summary>Builds the network with weights that depend only on the options.</summary>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public DcganGenerator(DcganOptions options)
        : base(nameof(DcganGenerator))
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Validated();
        Latent = options.Latent;
        Condition = ConditionSpace.Classes(options.Classes);
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 1), CPU);
        var layers = Layers(options);
        _layers = options.NormsByLabel ? new DcganStack(layers) : Sequential(layers.Cast<Module<Tensor, Tensor>>());
        _labels = options.JoinsLabels ? new LabelConcatenation(options.Classes, [options.LabelSize], random) : null;
        RegisterComponents();
        DcganWeights.Initialise(_layers, random);
    }

    /// <inheritdoc/>
    public LatentSpace Latent { get; }

    /// <inheritdoc/>
    public Module Module => this;

    /// <summary>1: the last layer is Tanh.</summary>
    public double? Bound => 1;

    /// <inheritdoc/>
    public ConditionSpace Condition { get; }

    /// <inheritdoc/>
    public Tensor Generate(GeneratorInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var latents = input.LatentsFor(nameof(DcganGenerator));
        return Condition.Check(input.Condition, latents.shape[0], nameof(DcganGenerator)) is not { } labels ? call(latents)
            : _layers is DcganStack stack ? stack.call(Spread(latents), labels)
            : call(_labels!.call(latents, labels));
    }

    /// <summary>Generates from latents, with what stands for the labels beside them if they are told so.</summary>
    /// <exception cref="InvalidOperationException">The batch norms need labels: call <see cref="Generate"/>.</exception>
    public override Tensor forward(Tensor input) => _layers is Sequential layers
        ? layers.call(Spread(input))
        : throw new InvalidOperationException($"The batch norms of this {nameof(DcganGenerator)} need labels. Call {nameof(Generate)} with them.");

    private static Tensor Spread(Tensor latents) => latents.unsqueeze(-1).unsqueeze(-1);

    private static List<Module> Layers(DcganOptions options)
    {
        var channels = (long)options.Width << (options.Stages - 1);
        var inputs = options.Latent.Size + (options.JoinsLabels ? options.LabelSize : 0);
        List<Module> layers = [new PointTransposed(inputs, channels, options.Base), Norm(channels, options), ReLU(inplace: true)];
        for (var stage = 1; stage < options.Stages; stage++, channels /= 2)
        {
            layers.AddRange([Double(channels, channels / 2), Norm(channels / 2, options), ReLU(inplace: true)]);
        }

        return [.. layers, Double(channels, options.Channels), Tanh()];
    }

    private static Module Norm(long channels, DcganOptions options) =>
        options.NormsByLabel ? new ConditionalBatchNorm2d(channels, options.Classes) : BatchNorm2d(channels);

    private static ConvTranspose2d Double(long from, long to) => ConvTranspose2d(from, to, kernel_size: 4, stride: 2, padding: 1, bias: false);
}
