using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.LibTorch.Tests;

public sealed class StateTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void StateDict_NestedModule_ParametersThenBuffersByDottedName()
    {
        using var module = new SampleModule();
        string[] expected =
        [
            "scale", "layers.first.weight", "layers.first.bias", "layers.norm.weight", "layers.norm.bias",
            "offset", "layers.norm.running_mean", "layers.norm.running_var", "layers.norm.num_batches_tracked",
        ];
        Assert.Equal(expected, module.state_dict().Keys);
        Assert.Same(module.Scale, module.state_dict()["scale"]);
        Assert.Equal(expected.Select(key => "net." + key), module.state_dict(prefix: "net").Keys);
    }

    [Fact]
    public void StateDict_GivenDictionary_IsFilled()
    {
        using var module = Linear(2, 1);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(1) };
        Assert.Same(state, module.state_dict(state));
        Assert.Equal([1], state["weight"].shape);
        Assert.Same(module.bias, state["bias"]);
    }

    [Fact]
    public void LoadStateDict_OwnKeys_CopiesValuesIntoTheSameTensors()
    {
        using var source = new SampleModule();
        using var target = new SampleModule();
        source.Body.call(ones(4, 2)).Dispose();
        var weight = target.get_parameter("layers.first.weight");

        var (missing, unexpected) = target.load_state_dict(source.state_dict());

        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Same(weight, target.get_parameter("layers.first.weight"));
        foreach (var (key, value) in source.state_dict())
        {
            Assert.Equal(TensorValues.Read(value), TensorValues.Read(target.state_dict()[key]));
        }

        Assert.Equal(1, target.state_dict()["layers.norm.num_batches_tracked"].item<long>());
        Assert.True(weight!.requires_grad);
    }

    [Fact]
    public void LoadStateDict_StrictWithOtherKeys_ThrowsAndCopiesNothing()
    {
        using var module = Linear(2, 1);
        var before = TensorValues.Read(module.weight);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(1, 2), ["stray"] = ones(1) };
        var failure = Assert.Throws<InvalidOperationException>(() => module.load_state_dict(state));
        Assert.Equal("The loaded state_dict is not identical to the target dictionary.", failure.Message);
        Assert.Equal(before, TensorValues.Read(module.weight));
    }

    [Fact]
    public void LoadStateDict_NotStrict_CopiesWhatFitsAndNamesTheRest()
    {
        using var module = Linear(2, 1);
        var (missing, unexpected) = module.load_state_dict(new() { ["weight"] = ones(1, 2), ["stray"] = ones(1) }, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["stray"], unexpected);
        Assert.Equal([1, 1], TensorValues.Read(module.weight));
    }

    [Fact]
    public void LoadStateDict_Skipped_LeavesThemAlone()
    {
        using var module = Linear(2, 1);
        var before = TensorValues.Read(module.weight);
        module.load_state_dict(new() { ["weight"] = zeros(1, 2), ["bias"] = ones(1) }, skip: ["weight"]);
        Assert.Equal(before, TensorValues.Read(module.weight));
        Assert.Equal([1], TensorValues.Read(module.bias!));
    }

    [Fact]
    public void Train_AndEval_ReachEveryModule()
    {
        using var module = new DerivedModule();
        Assert.True(module.training);
        module.eval();
        Assert.All(module.modules().Append(module), part => Assert.False(part.training));
        module.Inner.Body.train(on: true);
        Assert.False(module.training);
        Assert.True(module.Inner.get_buffer("layers.norm.running_mean") is not null && ((nn.Module)module.Inner.Body[1]).training);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ZeroGrad_AfterBackward_DropsOrClears(bool drop)
    {
        using var module = Linear(2, 1);
        module.call(ones(3, 2)).sum().backward();
        Assert.Equal([3, 3], TensorValues.Read(module.weight.grad!));
        module.zero_grad(drop);
        if (drop)
        {
            Assert.Null(module.weight.grad);
        }
        else
        {
            Assert.Equal([0, 0], TensorValues.Read(module.weight.grad!));
        }
    }

    [Fact]
    public void Dispose_Nested_FreesEveryTensorAndIsHarmlessTwice()
    {
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var module = new DerivedModule();
        module.register_buffer("hidden", ones(1).DetachFromDisposeScope(), persistent: false);
        var state = module.state_dict().Values.Append(module.get_buffer("hidden")!).ToList();
        Assert.Equal(before + 12, DisposeScopeManager.Statistics.ThreadTotalLiveCount);

        module.Dispose();
        module.Dispose();

        Assert.All(state, tensor => Assert.True(tensor.IsInvalid));
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Throws<InvalidOperationException>(() => module.Tail.call(ones(1, 3)));
    }

    [Fact]
    public void Construct_InsideScope_ParametersOutliveIt()
    {
        TorchSharp.Modules.Conv2d module;
        using (NewDisposeScope())
        {
            module = Conv2d(1, 1, 1);
        }

        Assert.False(module.weight.IsInvalid);
        Assert.False(module.bias!.IsInvalid);
        module.Dispose();
        Assert.True(module.weight.IsInvalid);
    }

    [Fact]
    public void Weight_Replaced_DisposesTheOldAndRegistersTheNew()
    {
        using var module = Linear(2, 1);
        var old = module.weight;
        var replacement = nn.Parameter(zeros(1, 2));
        module.weight = replacement;
        Assert.True(old.IsInvalid);
        Assert.Same(replacement, module.get_parameter("weight"));
        module.weight = replacement;
        Assert.False(replacement.IsInvalid);
        module.bias = null;
        Assert.Equal(["weight"], module.state_dict().Keys);
    }

    public void Dispose() => scope.Dispose();
}
