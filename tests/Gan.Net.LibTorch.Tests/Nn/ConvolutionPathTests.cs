using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Convolutions of float32 on the CPU may take other ways than those of float64; values and both derivatives agree.</summary>
public sealed class ConvolutionPathTests
{
    public static TheoryData<long[], long[], long, long, long, bool> Shapes => new()
    {
        { [2, 3, 8, 6], [5, 3, 4, 4], 2, 1, 0, false },
        { [2, 1, 7, 7], [4, 1, 3, 3], 1, 0, 0, false },
        { [3, 6, 4, 4], [2, 6, 4, 4], 1, 0, 0, false },
        { [3, 6, 4, 4], [2, 6, 4, 4], 2, 0, 0, false },
        { [2, 9, 6, 6], [4, 9, 3, 3], 2, 1, 0, false },
        { [3, 6, 1, 1], [6, 5, 4, 4], 1, 0, 0, true },
        { [2, 6, 4, 3], [6, 9, 4, 4], 2, 1, 0, true },
        { [2, 6, 4, 3], [6, 9, 3, 3], 2, 1, 1, true },
        { [2, 6, 4, 3], [6, 3, 4, 4], 2, 1, 0, true },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Convolution_SingleAndDouble_SameValuesAndDerivatives(long[] input, long[] weight, long stride, long padding, long extra, bool transposed)
    {
        using var scope = NewDisposeScope();
        using var drawn = new Generator(11);
        var x = nn.init.normal_(empty(input, ScalarType.Float64), generator: drawn);
        var w = nn.init.normal_(empty(weight, ScalarType.Float64), generator: drawn);
        var b = nn.init.normal_(empty(weight[transposed ? 1 : 0], ScalarType.Float64), generator: drawn);
        Tensor Convolve(Tensor x, Tensor w, Tensor b) => transposed
            ? F.conv_transpose2d(x, w, b, [stride, stride], [padding, padding], [extra, extra])
            : F.conv2d(x, w, b, [stride, stride], [padding, padding]);

        var expected = Derivatives(Convolve, x, w, b);
        var actual = Derivatives(Convolve, x.to(ScalarType.Float32), w.to(ScalarType.Float32), b.to(ScalarType.Float32));

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].shape, actual[i].shape);
            Assert.Equal(ScalarType.Float32, actual[i].dtype);
            var (wanted, given) = (TensorValues.Read(expected[i]), TensorValues.Read(actual[i]));
            var bound = 1e-5 * wanted.Max(Math.Abs);
            Assert.All(wanted.Zip(given), pair => Assert.InRange(pair.Second, pair.First - bound, pair.First + bound));
        }
    }

    // The result, its gradients, and the gradients of the input gradient's squared length, as a gradient penalty takes them.
    private static Tensor[] Derivatives(Func<Tensor, Tensor, Tensor, Tensor> convolve, Tensor x, Tensor w, Tensor b)
    {
        Tensor[] leaves = [x.detach().requires_grad_(), w.detach().requires_grad_(), b.detach().requires_grad_()];
        var output = convolve(leaves[0], leaves[1], leaves[2]);
        var first = autograd.grad([output.pow(2).sum()], leaves, retain_graph: true, create_graph: true);
        var second = autograd.grad([first[0].pow(2).sum()], leaves);
        return [output, .. first, .. second];
    }
}
