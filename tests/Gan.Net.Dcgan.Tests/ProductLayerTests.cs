using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan.Tests;

public sealed class ProductLayerTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void Forward_Point_IsTheTransposedConvolution(long side)
    {
        using var scope = NewDisposeScope();
        var layer = new PointTransposed(5, 3, side);
        var input = randn(6, 5, 1, 1, dtype: ScalarType.Float64).requires_grad_();
        AssertSame(layer, input, (x, w) => nn.functional.conv_transpose2d(x, w), () => layer.Weight);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void Forward_CoveringKernel_IsTheConvolution(long side)
    {
        using var scope = NewDisposeScope();
        var layer = new CoveringConvolution(5, side);
        var input = randn(6, 5, side, side, dtype: ScalarType.Float64).requires_grad_();
        AssertSame(layer, input, (x, w) => nn.functional.conv2d(x, w), () => layer.Weight);
    }

    [Fact]
    public void Forward_OtherSize_SaysWhatItExpects()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ArgumentException>(() => new CoveringConvolution(5, 7).call(zeros(2, 5, 8, 8)));
        Assert.Equal("A DCGAN layer was given [2, 5, 8, 8]; expected [N, 5, 7, 7]. (Parameter 'input')", failure.Message);
        failure = Assert.Throws<ArgumentException>(() => new PointTransposed(5, 3, 4).call(zeros(2, 6, 1, 1)));
        Assert.Equal("A DCGAN layer was given [2, 6, 1, 1]; expected [N, 5, 1, 1]. (Parameter 'input')", failure.Message);
    }

    // The output, both gradients, and the gradient of the input's gradient, as penalties need it.
    private static void AssertSame(nn.Module<Tensor, Tensor> layer, Tensor input, Func<Tensor, Tensor, Tensor> convolution, Func<Tensor> weightOf)
    {
        layer.to(ScalarType.Float64);  // which makes the parameter anew
        var weight = weightOf();
        using (no_grad())
        {
            weight.normal_();
        }

        var expected = convolution(input, weight);
        var actual = layer.call(input);
        var factor = randn_like(expected);
        Assert.True(expected.allclose(actual, 1e-12, 1e-12));
        foreach (var (first, second) in Slopes(expected, input, weight, factor).Zip(Slopes(actual, input, weight, factor)))
        {
            Assert.True(first.allclose(second, 1e-9, 1e-7));
        }
    }

    private static Tensor[] Slopes(Tensor output, Tensor input, Tensor weight, Tensor factor)
    {
        var slopes = autograd.grad([output.mul(factor).square().sum()], [input, weight], retain_graph: true, create_graph: true);
        return [.. slopes, .. autograd.grad([slopes[0].square().sum()], [weight], retain_graph: true)];
    }
}
