using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Mlp;

/// <summary>A fully connected generator: <c>[N, Latent.Size]</c> to <c>[N, ...SampleShape]</c>, in [-OutputScale, OutputScale].</summary>
public sealed class MlpGenerator : nn.Module<Tensor, Tensor>, IGenerator
{
    private readonly long[] _sampleShape;
    private readonly double _scale;

    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

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
        _layers = nn.Sequential([.. MlpLayers.Stack(Latent.Size, options.GeneratorWidths, outputs, options.GeneratorSlope, random), nn.Tanh()]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public LatentSpace Latent { get; }

    /// <inheritdoc/>
    public nn.Module Module => this;

    /// <inheritdoc/>
    public Tensor Generate(Tensor latents, Tensor? condition = null)
    {
        Conditions.Refuse(condition, nameof(MlpGenerator));
        return call(latents);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var samples = _layers.call(input);
        return (_scale == 1 ? samples : samples.mul(_scale)).view(_sampleShape);
    }
}
