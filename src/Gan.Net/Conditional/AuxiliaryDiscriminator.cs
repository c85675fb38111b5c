using Gan.Net.Layers;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Conditional;

/// <summary>
/// Any backbone with a second head on its features: one that names the class (ACGAN, Odena et al. 2017), or one that reads the code a sample
/// was made from (InfoGAN's Q, Chen et al. 2016). The head alone does nothing: <see cref="Regularizers.AuxiliaryClassPenalty"/> or
/// <see cref="Regularizers.MutualInformationPenalty"/> trains it. State: the backbone's own as <c>backbone.…</c>, and the head as
/// <c>head.0.weight</c>, <c>head.0.bias</c> and, with a hidden layer, <c>head.2</c>'s too. Owns the backbone. Not thread-safe.
/// </summary>
public sealed class AuxiliaryDiscriminator : nn.Module, IDiscriminator
{
    private const double Slope = 0.2;

    [ComponentName(Name = "backbone")]
    private readonly IDiscriminator _inner;

    [ComponentName(Name = "head")]
    private readonly Sequential _head;

    private AuxiliaryDiscriminator(IDiscriminator inner, (int Classes, long Outputs) told, int hiddenWidth, long seed)
        : base(nameof(AuxiliaryDiscriminator))
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hiddenWidth);
        _inner = Backbones.WithFeatures(inner, nameof(AuxiliaryDiscriminator));
        Condition = ConditionSpace.Classes(told.Classes);
        AuxiliaryCount = told.Outputs;
        using var random = new Generator(SeededRandom.Derive((ulong)seed, 4), CPU);
        _head = hiddenWidth == 0
            ? nn.Sequential(Layer(inner.FeatureCount, told.Outputs, random))
            : nn.Sequential(Layer(inner.FeatureCount, hiddenWidth, random), nn.LeakyReLU(Slope), Layer(hiddenWidth, told.Outputs, random));
        register_module("backbone", inner.Module);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public nn.Module Module => this;

    /// <summary>The classes whose logits the head tells; none when it tells codes. A condition is not looked at, because the class is for the head to tell.</summary>
    public ConditionSpace Condition { get; }

    /// <inheritdoc/>
    public long AuxiliaryCount { get; }

    /// <inheritdoc/>
    public bool ScoresSamplesAlone => _inner.ScoresSamplesAlone;

    /// <inheritdoc/>
    public long FeatureCount => _inner.FeatureCount;

    /// <summary>Puts a head on a backbone that tells logits of classes, <c>[N, classes]</c>.</summary>
    /// <param name="inner">The backbone, which is taken over; it takes no labels.</param>
    /// <param name="classes">Classes, at least 1.</param>
    /// <param name="hiddenWidth">Width of a hidden layer in the head, at least 0; 0, the default, for none, as in the paper.</param>
    /// <param name="seed">Seed of the head's weights.</param>
    /// <exception cref="ArgumentException">The backbone is conditional itself, or shows no features.</exception>
    public static AuxiliaryDiscriminator ForClasses(IDiscriminator inner, int classes, int hiddenWidth = 0, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        return new AuxiliaryDiscriminator(inner, (classes, classes), hiddenWidth, seed);
    }

    /// <summary>Puts a head on a backbone that tells codes, <c>[N, Size]</c>: logits of each category, then means of the continuous codes.</summary>
    /// <param name="inner">The backbone, which is taken over; it takes no labels.</param>
    /// <param name="codes">The codes the generator's latents end in.</param>
    /// <param name="hiddenWidth">Width of a hidden layer in the head, at least 0; 0 for none. Default 128, the paper's for MNIST.</param>
    /// <param name="seed">Seed of the head's weights.</param>
    /// <exception cref="ArgumentException">The backbone is conditional itself, or shows no features.</exception>
    // Deviation: the paper's head has a batch norm before its rectifier.
    public static AuxiliaryDiscriminator ForCodes(IDiscriminator inner, LatentCodes codes, int hiddenWidth = 128, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return new AuxiliaryDiscriminator(inner, (0, codes.Size), hiddenWidth, seed);
    }

    /// <inheritdoc/>
    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var scored = _inner.Score(input.With(input.Samples, null).WithFeatures());
        return new DiscriminatorOutput
        {
            Logits = scored.Logits,
            Auxiliary = _head.call(scored.Features[^1].flatten(1)),
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

    private static Linear Layer(long inputs, long outputs, Generator random)
    {
        var layer = nn.Linear(inputs, outputs);
        InitialWeights.Uniform(layer, random);
        return layer;
    }
}
