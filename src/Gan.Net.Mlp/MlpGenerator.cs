using Gan.Net.Layers;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Mlp;

/// <summary>
/// A fully connected generator: <c>[N, Latent.Size]</c> to <c>[N, ...SampleShape]</c>, in [-OutputScale, OutputScale] unless the output is linear. With classes, learnt numbers
/// stand for the label beside the latents.
/// </summary>
public sealed class MlpGenerator : nn.Module<Tensor, Tensor>, IGenerator
{
    private readonly long[] _sampleShape;
    private readonly double _scale;

    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

    [ComponentName(Name = "labels")]
    private readonly LabelConcatenation? _labels;

    /// <summary>Builds the network with weights that depend only on the options.</summary>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public MlpGenerator(MlpOptions options)
        : base(nameof(MlpGenerator))
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Validated();
        Latent = options.Latent;
        _sampleShape = [-1, .. options.SampleShape];
        _scale = options.OutputScale;
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 1), CPU);
        var outputs = options.SampleShape.Aggregate(1L, (product, size) => product * size);
        var layers = MlpLayers.OfGenerator(options, Latent.Size + MlpLayers.LabelSize(options), outputs, random);
        _layers = nn.Sequential(options.Output == MlpOutput.Tanh ? [.. layers, nn.Tanh()] : layers);
        _labels = MlpLayers.Labels(options, random);
        Condition = ConditionSpace.Classes(options.Classes);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public LatentSpace Latent { get; }

    /// <inheritdoc/>
    public nn.Module Module => this;

    /// <summary>The output's scale for pictures; points are not held to it, for a distribution's tails may lie beyond.</summary>
    public double? Bound => _sampleShape.Length == 4 ? _scale : null;

    /// <inheritdoc/>
    public ConditionSpace Condition { get; }

    /// <inheritdoc/>
    public Tensor Generate(GeneratorInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var latents = input.LatentsFor(nameof(MlpGenerator));
        return Condition.Check(input.Condition, latents.shape[0], nameof(MlpGenerator)) is { } labels ? call(_labels!.call(latents, labels)) : call(latents);
    }

    /// <summary>Generates from latents, with what stands for the labels beside them if there are classes.</summary>
    public override Tensor forward(Tensor input)
    {
        var samples = _layers.call(input);
        return (_scale == 1 ? samples : samples.mul(_scale)).view(_sampleShape);
    }
}
