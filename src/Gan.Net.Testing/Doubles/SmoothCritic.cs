using Gan.Net.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Doubles;

/// <summary>
/// A two-layer critic with tanh, so that it can be differentiated twice anywhere. Its features are the hidden layer, from which it also
/// tells three numbers, for classes or codes.
/// </summary>
internal sealed class SmoothCritic : nn.Module, IDiscriminator
{
    private const long Hidden = 4;

    [ComponentName(Name = "first")]
    private readonly Parameter _first;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    [ComponentName(Name = "last")]
    private readonly Parameter _last;

    [ComponentName(Name = "head")]
    private readonly Parameter _head;

    public SmoothCritic(long inputs, ScalarType type)
        : base(nameof(SmoothCritic))
    {
        using var random = new Generator(31, CPU);
        _first = SmoothGenerator.Normal([inputs, Hidden], 1 / Math.Sqrt(inputs), type, random);
        _bias = SmoothGenerator.Normal([Hidden], .5, type, random);
        _last = SmoothGenerator.Normal([Hidden], 1, type, random);
        _head = SmoothGenerator.Normal([Hidden, FewImages.ClassCount], 1, type, random);
        RegisterComponents();
    }

    public nn.Module Module => this;

    public Parameter First => _first;

    public Parameter Last => _last;

    public ConditionSpace Condition { get; } = ConditionSpace.Classes(FewImages.ClassCount);

    public long FeatureCount => Hidden;

    public long AuxiliaryCount => FewImages.ClassCount;

    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        var features = input.Samples.flatten(1).mm(_first).add(_bias).tanh();
        return new DiscriminatorOutput { Logits = features.mv(_last), Auxiliary = features.mm(_head), Features = input.WantsFeatures ? [features] : [] };
    }
}
