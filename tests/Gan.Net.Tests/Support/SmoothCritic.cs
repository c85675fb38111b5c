using Gan.Net.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>
/// A two-layer critic with tanh, so that it can be differentiated twice anywhere: samples of any shape to logits <c>[N]</c>, and three more
/// numbers, which may stand for classes or codes.
/// </summary>
internal sealed class SmoothCritic : nn.Module, IDiscriminator
{
    [ComponentName(Name = "first")]
    private readonly Parameter _first;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    [ComponentName(Name = "last")]
    private readonly Parameter _last;

    [ComponentName(Name = "head")]
    private readonly Parameter _head;

    public SmoothCritic(long inputs, ScalarType type = ScalarType.Float64, long hidden = 4, long told = 3)
        : base(nameof(SmoothCritic))
    {
        using var random = new Generator(31, CPU);
        _first = new Parameter(randn(inputs, hidden, dtype: type, generator: random).mul(1 / Math.Sqrt(inputs)));
        _bias = new Parameter(randn(hidden, dtype: type, generator: random).mul(.5));
        _last = new Parameter(randn(hidden, dtype: type, generator: random));
        _head = new Parameter(randn(hidden, told, dtype: type, generator: random));
        RegisterComponents();
    }

    public nn.Module Module => this;

    public int Classes { get; init; }

    public ConditionSpace Condition => ConditionSpace.Classes(Classes);

    public long AuxiliaryCount => _head.shape[1];

    public Parameter First => _first;

    public Parameter Last => _last;

    public long FeatureCount => _last.numel();

    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        var features = input.Samples.flatten(1).matmul(_first).add(_bias).tanh();
        return new DiscriminatorOutput { Logits = features.mv(_last), Auxiliary = features.matmul(_head), Features = input.WantsFeatures ? [features] : [] };
    }
}
