using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Large rectifiers have a graph of their own; small ones are libtorch's. Values and both derivatives agree bit for bit.</summary>
public sealed class RectifierPathTests
{
    private const int Rows = 64;
    private const int Width = 96;

    [Theory]
    [InlineData(0.2, false)]
    [InlineData(0.2, true)]
    [InlineData(0.0, false)]
    [InlineData(0.0, true)]
    public void Rectifier_LargeAndByRows_SameValuesAndDerivatives(double slope, bool inPlace)
    {
        using var scope = NewDisposeScope();
        using var drawn = new Generator(5);
        var x = nn.init.normal_(empty(Rows, Width), generator: drawn);
        Tensor Rectify(Tensor before) => slope == 0 ? F.relu(before, inPlace) : F.leaky_relu(before, slope, inPlace);

        var whole = Derivatives(Rectify, x);
        var rows = Derivatives(before => cat([.. before.split(1).Select(row => Rectify(row.clone()))]), x);

        Assert.All(whole.Zip(rows), pair => Assert.Equal(TensorValues.Read(pair.Second), TensorValues.Read(pair.First)));
    }

    [Fact]
    public void Rectifier_GradientPenalty_LeavesOutTheZerosOfItsInput()
    {
        using var scope = NewDisposeScope();
        using var drawn = new Generator(5);
        var x = nn.init.normal_(empty(Rows, Width), generator: drawn).requires_grad_();
        var weight = nn.init.normal_(empty(Width, Width), generator: drawn).requires_grad_();
        var bias = zeros(Width).requires_grad_();

        var logits = F.leaky_relu(F.linear(x, weight, bias), 0.2);
        var slope = autograd.grad([logits.sum()], [x], retain_graph: true, create_graph: true)[0];
        slope.square().sum().backward();

        Assert.NotEqual(0, weight.grad!.abs().sum().ToSingle());
        Assert.Null(bias.grad);
    }

    [Fact]
    public void Rectifier_InPlaceOnALeaf_IsRefusedAsByLibTorch()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(Rows, Width).requires_grad_();

        Assert.ThrowsAny<Exception>(() => F.leaky_relu(leaf, 0.2, inplace: true));
    }

    // The result, the gradient of its square, and the gradient of that gradient's square, through a doubled input.
    private static Tensor[] Derivatives(Func<Tensor, Tensor> rectify, Tensor values)
    {
        var x = values.detach().requires_grad_();
        var output = rectify(x.mul(2));
        var first = autograd.grad([output.square().sum()], [x], retain_graph: true, create_graph: true)[0];
        var second = autograd.grad([first.square().sum()], [x])[0];
        return [output, first, second];
    }
}
