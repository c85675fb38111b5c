using Gan.Net.Layers;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Layers;

public sealed class EqualizedLayerTests
{
    public static TheoryData<EqualizedRate> Rates => [new EqualizedRate(), new EqualizedRate { Gain = 1 }, new EqualizedRate { Gain = 1, Multiplier = .01 }];

    [Theory]
    [MemberData(nameof(Rates))]
    public void Create_Weights_ActAsGainOverTheRootOfInputsWhateverTheMultiplier(EqualizedRate rate)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var (linear, convolution) = (new EqualizedLinear(400, 300, random, rate), new EqualizedConv2d((40, 30), 3, random, rate));

        Assert.Equal(1 / rate.Multiplier, linear.parameters().First().std().ToSingle(), .02 / rate.Multiplier);
        Assert.Equal(rate.Gain / Math.Sqrt(400), linear.call(eye(400)).std().ToSingle(), .02 * rate.Gain / Math.Sqrt(400));
        Assert.Equal(1 / rate.Multiplier, convolution.parameters().First().std().ToSingle(), .03 / rate.Multiplier);
    }

    [Fact]
    public void Forward_Linear_ScalesWeightsAndBiases()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var layer = new EqualizedLinear(4, 2, random, new EqualizedRate { Gain = 3, Multiplier = .5 });
        Fill(layer);

        // The scale is .5 · 3 / √4 = .75; weights are 1 to 4 and 5 to 8, biases 1 and 2, halved.
        Assert.Equal([(10 * .75f) + .5f, (26 * .75f) + 1], layer.call(ones(1, 4)).data<float>().ToArray());
    }

    [Fact]
    public void Forward_Convolution_ScalesByAllItsInputs()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var layer = new EqualizedConv2d((2, 1), 2, random, new EqualizedRate { Gain = 4, Multiplier = .5 }) { Padding = 0 };
        Fill(layer);

        // The scale is .5 · 4 / √8; weights are 1 to 8, the bias 1, halved.
        Assert.Equal((36 * 2 / Math.Sqrt(8)) + .5, layer.call(ones(1, 2, 2, 2)).ToDouble(), 1e-4);
    }

    [Theory]
    [InlineData(3, 1, 1, 8)]
    [InlineData(1, 1, 0, 8)]
    [InlineData(4, 2, 1, 4)]
    [InlineData(3, 2, 1, 4)]
    public void Forward_ConvolutionStrideAndPadding_GiveTheSize(int kernel, int stride, int padding, long size)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);

        Assert.Equal(
            [2L, 5, size, size],
            new EqualizedConv2d((3, 5), kernel, random) { Stride = stride, Padding = padding }.call(zeros(2, 3, 8, 8)).shape);
    }

    [Fact]
    public void Padding_Default_KeepsTheSizeOfOddKernels()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);

        Assert.Equal([1L, 2, 8, 8], new EqualizedConv2d((3, 2), 5, random).call(zeros(1, 3, 8, 8)).shape);
    }

    [Fact]
    public void Create_RateOutOfRange_NamesEach()
    {
        using var random = new Generator(1, CPU);

        var failure = Assert.Throws<ArgumentException>(() => new EqualizedLinear(1, 1, random, new EqualizedRate { Gain = 0, Multiplier = -1 }));

        Assert.Equal("EqualizedRate: Gain must be positive, was 0; Multiplier must be positive, was -1.", failure.Message);
    }

    // 3 and 4 in two channels: the root of their mean square is √12.5.
    [Fact]
    public void Forward_PixelNorm_DividesByTheRootMeanSquareOfTheChannels()
    {
        using var scope = NewDisposeScope();
        var input = tensor(new[] { 3.0, 30, 4, 40 }).view(1, 2, 1, 2);

        var root = Math.Sqrt(12.5);
        Assert.Equal([3 / root, 3 / root, 4 / root, 4 / root], new PixelNorm().call(input).data<double>().ToArray(), new Near(1e-8));
        Assert.Equal(0, new PixelNorm().call(zeros(1, 2)).sum().ToSingle());
    }

    private static void Fill(nn.Module layer)
    {
        using var still = no_grad();
        foreach (var parameter in layer.parameters())
        {
            parameter.copy_(arange(1, parameter.numel() + 1).to(ScalarType.Float32).view(parameter.shape));
        }
    }
}
