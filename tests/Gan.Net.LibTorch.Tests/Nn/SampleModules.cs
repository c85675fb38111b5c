using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.LibTorch.Tests;

/// <summary>A module with every kind of component: named and plain fields, an inherited one, parameters, buffers.</summary>
internal sealed class SampleModule : Module<Tensor, Tensor>
{
    [ComponentName(Name = "layers")]
    private readonly Sequential body;

    private readonly Parameter scale;
    private readonly Tensor offset;
    private readonly Linear? absent;

    public SampleModule()
        : base("Sample")
    {
        body = Sequential(("first", Linear(2, 3)), ("norm", BatchNorm1d(3)));
        scale = nn.Parameter(ones(3));
        offset = zeros(3);
        absent = null;
        RegisterComponents();
    }

    public Parameter Scale => scale;

    public Tensor Offset => offset;

    public Sequential Body => body;

    public Linear? Absent => absent;

    public void RegisterAgain() => RegisterComponents();

    public void SetParameter(string name, Tensor? value) => ConditionallyRegisterParameter(name, value!);

    public void SetBuffer(string name, Tensor? value, bool persistent = true) => ConditionallyRegisterBuffer(name, value, persistent);

    public override Tensor forward(Tensor input) => body.call(input) * scale + offset;
}

/// <summary>Adds a child of its own, whose name in the state comes first: a type's own fields are registered before its base's.</summary>
internal sealed class DerivedModule : Module<Tensor, Tensor>
{
    private readonly SampleModule _inner = new();

    public DerivedModule()
        : base("Derived") => RegisterComponents();

    public Linear Tail { get; } = Linear(3, 1);

    public SampleModule Inner => _inner;

    public override Tensor forward(Tensor input) => Tail.call(_inner.call(input));
}

/// <summary>A module without components, for tests to register some.</summary>
internal sealed class BareModule(string name = "") : Module<Tensor, Tensor>(name)
{
    public override Tensor forward(Tensor input) => input.alias();
}

/// <summary>A module of two inputs.</summary>
internal sealed class PairModule() : Module<Tensor, Tensor, Tensor>("Pair")
{
    public override Tensor forward(Tensor input1, Tensor input2) => input1 - input2;
}
