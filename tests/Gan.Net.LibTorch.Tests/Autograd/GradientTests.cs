using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests.Autograd;

public sealed class GradientTests
{
    [Fact]
    public void Grad_CreateGraph_SecondGradientOfACube()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        var first = autograd.grad([Cube(x)], [x], create_graph: true, retain_graph: true)[0];
        Assert.Equal([12], TensorValues.Read(first));
        var second = autograd.grad([first], [x], create_graph: true, retain_graph: true)[0];
        Assert.Equal([12], TensorValues.Read(second));
        var third = autograd.grad([second], [x])[0];
        Assert.Equal([6], TensorValues.Read(third));
        Assert.False(third.requires_grad);
        Assert.Null(x.grad);
    }

    // The trap: create_graph keeps the graph of the gradient, not that of the output.
    [Fact]
    public void Grad_CreateGraphWithoutRetainGraph_FreesTheOutputsGraph()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        var y = Cube(x);
        autograd.grad([y], [x], create_graph: true);
        var failure = Assert.Throws<ExternalException>(() => autograd.grad([y], [x]));
        Assert.StartsWith("Trying to backward through the graph a second time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Grad_WithoutCreateGraph_GivesConstants()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        var first = autograd.grad([Cube(x)], [x], retain_graph: true)[0];
        Assert.Throws<ExternalException>(() => autograd.grad([first], [x]));
    }

    [Fact]
    public void Grad_GivenOutputGradients_WeighsThem()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2, 3);
        var gradient = autograd.grad([x.mul(x)], [x], [TensorValues.Vector(10, 100)])[0];
        Assert.Equal([40, 600], TensorValues.Read(gradient));
    }

    [Fact]
    public void Grad_SeveralOutputsAndInputs_SumsOutputsForEachInput()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Leaf(2), Leaf(5));
        var gradients = autograd.grad([x.mul(y), x.mul(x)], [x, y]);
        Assert.Equal([9, 2], gradients.SelectMany(TensorValues.Read));
    }

    [Fact]
    public void Grad_UnusedInput_IsRefusedUnlessAllowed()
    {
        using var scope = NewDisposeScope();
        var (x, unused) = (Leaf(2), Leaf(3));
        Assert.Throws<ExternalException>(() => autograd.grad([Cube(x)], [x, unused]));
        var gradients = autograd.grad([Cube(x)], [x, unused], allow_unused: true);
        Assert.Equal([12], TensorValues.Read(gradients[0]));
        Assert.True(gradients[1].IsInvalid);
    }

    [Fact]
    public void Backward_Twice_Accumulates()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        Cube(x).backward();
        Cube(x).backward();
        Assert.Equal([24], TensorValues.Read(x.grad!));
    }

    [Fact]
    public void Backward_SameGraphTwice_NeedsRetainGraph()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        var y = Cube(x);
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal([24], TensorValues.Read(x.grad!));
        Assert.Throws<ExternalException>(() => y.backward());
    }

    [Fact]
    public void Backward_Inputs_OnlyTheyGetGradients()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Leaf(2), Leaf(5));
        x.mul(y).backward(inputs: [y]);
        Assert.Equal([2], TensorValues.Read(y.grad!));
        Assert.Null(x.grad);
    }

    [Fact]
    public void Backward_CreateGraph_GradientCanBeDifferentiated()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        autograd.backward([Cube(x)], create_graph: true);
        Assert.Equal([12], TensorValues.Read(autograd.grad([x.grad!], [x])[0]));
    }

    [Fact]
    public void Backward_SeveralElements_NeedAGradient()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2, 3);
        var failure = Assert.Throws<ExternalException>(() => Cube(x).backward());
        Assert.Equal("grad can be implicitly created only for scalar outputs", failure.Message);
        autograd.backward(Cube(x), TensorValues.Vector(1, 10));
        Assert.Equal([12, 270], TensorValues.Read(x.grad!));
    }

    [Fact]
    public void Backward_NothingRecorded_Throws()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ExternalException>(() => TensorValues.Vector(1).backward());
        Assert.Equal("element 0 of tensors does not require grad and does not have a grad_fn", failure.Message);
    }

    [Fact]
    public void Backward_WhileTheModelsTensorsAreDisposed_GraphKeepsThem()
    {
        var before = Garbage.Settle();
        using (var outer = NewDisposeScope())
        {
            var x = Leaf(3);
            Tensor y;
            using (NewDisposeScope())
            {
                y = Cube(x).MoveToOuterDisposeScope();
            }

            y.backward();
            Assert.Equal([27], TensorValues.Read(x.grad!));
        }

        Assert.Equal(before, Garbage.Settle());
    }

    [Fact]
    public void Grad_SetAndRead_SharesMemoryAndCanBeTakenAway()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        var gradient = TensorValues.Vector(7);
        x.grad = gradient;
        gradient.fill_(8);
        Assert.Equal([8], TensorValues.Read(x.grad));
        Cube(x).backward();
        Assert.Equal([20], TensorValues.Read(gradient));
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_OfAnotherShape_Throws()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        var failure = Assert.Throws<ExternalException>(() => x.grad = TensorValues.Vector(1, 2));
        Assert.Equal(
            "A gradient of shape [2], Double on cpu was set on a tensor of shape [1], Double on cpu. They must be the same.", failure.Message);
        Assert.Null(x.grad);
    }

    [Fact]
    public void RequiresGrad_InnerTensor_CannotBeSwitchedOff()
    {
        using var scope = NewDisposeScope();
        var y = Cube(Leaf(2));
        Assert.False(y.is_leaf);
        Assert.Throws<ExternalException>(() => y.requires_grad = false);
        Assert.True(y.detach().is_leaf);
        Assert.False(y.detach().requires_grad);
    }

    [Fact]
    public void RetainGrad_InnerTensor_KeepsItsGradient()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        var square = x.mul(x);
        square.retain_grad();
        square.mul(square).backward();
        Assert.Equal([8], TensorValues.Read(square.grad!));
    }

    [Fact]
    public void InPlace_LeafThatRequiresGrad_ThrowsWhileRecording()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        Assert.Throws<ExternalException>(() => x.add_(x));
        using var off = no_grad();
        Assert.Equal([4], TensorValues.Read(x.add_(x)));
    }

    [Fact]
    public void Backward_ByAnotherThread_GivesItsGradients()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(2);
        var y = Cube(x);
        var thread = new Thread(() => y.backward());
        thread.Start();
        thread.Join();
        Assert.Equal([12], TensorValues.Read(x.grad!));
    }

    private static Tensor Leaf(params double[] values) => TensorValues.Vector(values).requires_grad_();

    private static Tensor Cube(Tensor x) => x.mul(x).mul(x);
}
