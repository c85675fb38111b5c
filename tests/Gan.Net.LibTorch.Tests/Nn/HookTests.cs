using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.LibTorch.Tests;

public sealed class HookTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Call_PreAndPostHooks_AlterInputAndResultInOrder()
    {
        using var module = ReLU();
        module.register_forward_pre_hook((_, input) => input + 1);
        module.register_forward_pre_hook((_, input) => input * 2);
        module.register_forward_hook((_, input, result) => result + input);
        Assert.Equal([12], TensorValues.Read(module.call(TensorValues.Vector(2))));
        Assert.Equal([2], TensorValues.Read(module.forward(TensorValues.Vector(2))));
    }

    [Fact]
    public void Call_HookReturnsNull_ChangesNothing()
    {
        using var module = ReLU();
        module.register_forward_pre_hook((_, _) => null!);
        module.register_forward_hook((_, _, _) => null!);
        Assert.Equal([3], TensorValues.Read(module.call(TensorValues.Vector(3))));
    }

    [Fact]
    public void Call_ModuleHooks_RunAroundTheOthers()
    {
        using var module = ReLU();
        var order = new List<string>();
        module.register_forward_hook(_ => order.Add("after"));
        module.register_forward_hook((_, _, result) =>
        {
            order.Add("result");
            return result;
        });
        module.register_forward_pre_hook((_, input) =>
        {
            order.Add("input");
            return input;
        });
        module.register_forward_pre_hook(watched =>
        {
            Assert.Same(module, watched);
            order.Add("before");
        });
        module.call(TensorValues.Vector(1));
        Assert.Equal(["before", "input", "result", "after"], order);
    }

    [Fact]
    public void Remove_Hook_EndsIt()
    {
        using var module = ReLU();
        var calls = 0;
        var watching = module.register_forward_hook(_ => calls++);
        var altering = module.register_forward_pre_hook((_, input) => input * 10);
        module.call(TensorValues.Vector(1));
        watching.remove();
        altering.remove();
        altering.remove();
        Assert.Equal([1], TensorValues.Read(module.call(TensorValues.Vector(1))));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Call_TwoInputs_HooksSeeAndAlterBoth()
    {
        using var module = new PairModule();
        module.register_forward_pre_hook((_, one, other) => (other, one));
        module.register_forward_hook((_, one, other, result) => result * 10);
        Assert.Equal([30], TensorValues.Read(module.call(TensorValues.Vector(1), TensorValues.Vector(4))));
        module.register_forward_pre_hook((_, _, _) => null);
        Assert.Equal([30], TensorValues.Read(module.call(TensorValues.Vector(1), TensorValues.Vector(4))));
    }

    [Fact]
    public void Sequential_HookOfAPart_RunsWithin()
    {
        var part = ReLU();
        part.register_forward_hook((_, _, result) => result + 5);
        using var row = Sequential(part, Identity());
        Assert.Equal([6], TensorValues.Read(row.call(TensorValues.Vector(1))));
    }

    public void Dispose() => scope.Dispose();
}
