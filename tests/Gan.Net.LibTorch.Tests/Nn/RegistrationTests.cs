using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.LibTorch.Tests;

public sealed class RegistrationTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void NamedParameters_FieldsOfAllKinds_OwnFirstThenChildrenWithTheirNames()
    {
        using var module = new DerivedModule();
        Assert.Equal(
            [
                "_inner.scale", "_inner.layers.first.weight", "_inner.layers.first.bias", "_inner.layers.norm.weight", "_inner.layers.norm.bias",
                "<Tail>k__BackingField.weight", "<Tail>k__BackingField.bias",
            ],
            module.named_parameters().Select(pair => pair.name));
        Assert.Empty(module.named_parameters(recurse: false));
        Assert.Equal(["scale"], module.Inner.named_parameters(recurse: false).Select(pair => pair.name));
        Assert.Equal(7, module.parameters().Count());
    }

    [Fact]
    public void NamedBuffers_TensorFieldAndRunningStatistics_Listed()
    {
        using var module = new SampleModule();
        string[] expected = ["offset", "layers.norm.running_mean", "layers.norm.running_var", "layers.norm.num_batches_tracked"];
        Assert.Equal(expected, module.named_buffers().Select(pair => pair.name));
        Assert.Equal(["offset"], module.named_buffers(recurse: false).Select(pair => pair.name));
        Assert.Equal(4, module.buffers().Count());
    }

    [Fact]
    public void NamedModules_Nested_ChildrenFirstThenWhatIsBelowThem()
    {
        using var module = new DerivedModule();
        string[] expected = ["_inner", "<Tail>k__BackingField", "_inner.layers", "_inner.layers.first", "_inner.layers.norm"];
        Assert.Equal(expected, module.named_modules().Select(pair => pair.name));
        Assert.Equal(["_inner", "<Tail>k__BackingField"], module.named_children().Select(pair => pair.name));
        Assert.Equal(5, module.modules().Count());
        Assert.Equal([module.Inner, module.Tail], module.children());
    }

    [Fact]
    public void RegisterComponents_Twice_ChangesNothing()
    {
        using var module = new SampleModule();
        module.RegisterAgain();
        Assert.Equal(5, module.named_parameters().Count());
    }

    [Fact]
    public void RegisterModule_Custom_RegistersTheChildsFieldsToo()
    {
        using var outer = new BareModule();
        using var inner = Sequential(Linear(2, 2));
        outer.register_module("body", inner);
        outer.add_module("plain", new BareModule());
        Assert.Equal(["body.0.weight", "body.0.bias"], outer.named_parameters().Select(pair => pair.name));
        Assert.Equal(["body", "plain"], outer.named_children().Select(pair => pair.name));
    }

    [Fact]
    public void RegisterModule_Null_TakesTheNameAway()
    {
        using var module = new BareModule();
        module.register_module("a", Linear(1, 1));
        module.register_module("a", null!);
        module.register_module("never", null!);
        Assert.Empty(module.named_children());
    }

    [Fact]
    public void RegisterModule_BadNames_Throws()
    {
        using var module = new BareModule();
        module.register_module("a", Linear(1, 1));
        Assert.Equal("module name can't contain \".\", got: a.b", Assert.Throws<ArgumentException>(() => module.register_module("a.b", Linear(1, 1))).Message);
        Assert.Equal("module name can't be empty string \"\"", Assert.Throws<ArgumentException>(() => module.register_module("", Linear(1, 1))).Message);
        Assert.Equal("Sub-module a is already registered.", Assert.Throws<InvalidOperationException>(() => module.register_module("a", Linear(1, 1))).Message);
    }

    [Fact]
    public void RegisterParameter_NullDisposedOrTwice_Throws()
    {
        using var module = new BareModule();
        var parameter = nn.Parameter(ones(1));
        module.register_parameter("p", parameter);
        Assert.Equal("Parameter p is already registered.", Assert.Throws<InvalidOperationException>(() => module.register_parameter("p", parameter)).Message);
        Assert.StartsWith(
            "A null tensor cannot be registered as a parameter.", Assert.Throws<ArgumentNullException>("param", () => module.register_parameter("q", null!)).Message, StringComparison.Ordinal);
        parameter.Dispose();
        Assert.Throws<ArgumentNullException>("param", () => module.register_parameter("r", parameter));
    }

    [Fact]
    public void RegisterBuffer_NullOrTwice_Throws()
    {
        using var module = new BareModule();
        module.register_buffer("b", ones(1));
        Assert.Equal("Tensor b is already registered.", Assert.Throws<InvalidOperationException>(() => module.register_buffer("b", ones(1))).Message);
        Assert.StartsWith(
            "A null tensor cannot be registered as a buffer.", Assert.Throws<ArgumentNullException>("tensor", () => module.register_buffer("c", null!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RegisterBuffer_NotPersistent_StaysOutOfBuffersAndState()
    {
        using var module = new BareModule();
        module.register_buffer("kept", ones(1));
        module.register_buffer("dropped", ones(1), persistent: false);
        Assert.Equal(["kept"], module.named_buffers().Select(pair => pair.name));
        Assert.Equal(["kept"], module.state_dict().Keys);
        Assert.NotNull(module.get_buffer("dropped"));
    }

    [Fact]
    public void ConditionallyRegister_ValueThenNull_AddsReplacesRemoves()
    {
        using var module = new SampleModule();
        var replacement = nn.Parameter(zeros(3));
        module.SetParameter("scale", replacement);
        Assert.Same(replacement, module.get_parameter("scale"));
        module.SetParameter("scale", null);
        Assert.False(module.has_parameter("scale"));
        module.SetBuffer("offset", null);
        module.SetBuffer("extra", ones(2));
        Assert.False(module.has_buffer("offset"));
        Assert.Equal([2], module.get_buffer("extra")!.shape);
    }

    [Fact]
    public void GetParameter_DottedNames_FindsThroughChildren()
    {
        using var module = new DerivedModule();
        Assert.Same(module.Inner.Scale, module.get_parameter("_inner.scale"));
        Assert.Equal([3, 2], module.get_parameter("_inner.layers.first.weight")!.shape);
        Assert.Same(module.Inner.Offset, module.get_buffer("_inner.offset"));
        Assert.True(module.has_buffer("_inner.layers.norm.running_var"));
        Assert.Null(module.get_parameter("_inner.layers.first"));
        Assert.Null(module.get_parameter("nobody.weight"));
        Assert.False(module.has_parameter("_inner.offset"));
        Assert.False(module.has_buffer("_inner.scale"));
    }

    [Fact]
    public void NamedParameters_SharedParameter_ListedOnce()
    {
        using var module = new BareModule();
        var shared = Linear(2, 2);
        module.register_module("one", shared);
        module.register_module("two", shared);
        Assert.Equal(["one.weight", "one.bias"], module.named_parameters().Select(pair => pair.name));
        Assert.Equal(["one.weight", "one.bias", "two.weight", "two.bias"], module.state_dict().Keys);
    }

    [Fact]
    public void ParameterLessModule_ParameterBufferOrChildWithThem_Refused()
    {
        using var module = ReLU();
        Assert.Equal(
            "Cannot register a parameter on a module that is declared 'parameter-less.'",
            Assert.Throws<InvalidOperationException>(() => module.register_parameter("p", nn.Parameter(ones(1)))).Message);
        Assert.Equal(
            "Cannot register a buffer on a module that is declared 'parameter-less.'",
            Assert.Throws<InvalidOperationException>(() => module.register_buffer("b", ones(1))).Message);
        Assert.Equal(
            "Submodules of a parameter-less module must also be parameter-less.",
            Assert.Throws<InvalidOperationException>(() => module.register_module("m", Linear(1, 1))).Message);
        module.register_module("m", Tanh());
        Assert.Single(module.named_children());
    }

    [Fact]
    public void GetName_NamedAndUnnamed_GivenNameOrTypes()
    {
        Assert.Equal("Sample", new SampleModule().GetName());
        Assert.Equal(nameof(BareModule), new BareModule().GetName());
        Assert.Equal("Linear", Linear(1, 1).GetName());
        Assert.Equal("Tanh", Tanh().GetName());
    }

    [Fact]
    public void Apply_Nested_VisitsEveryModuleOnceChildrenFirst()
    {
        using var module = new DerivedModule();
        var visited = new List<string>();
        module.apply(visitor => visited.Add(visitor.GetName()));
        Assert.Equal(["Linear", "BatchNorm1d", "Sequential", "Sample", "Linear", "Derived"], visited);
    }

    public void Dispose() => scope.Dispose();
}
