using Gan.Net.Layers;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Layers;

/// <summary>The layers that look at the whole batch.</summary>
public sealed class BatchLayerTests
{
    [Theory]
    [InlineData(2, new[] { .50000001, 10.0000000005, .50000001, 10.0000000005 })]
    [InlineData(4, new[] { 12.0493775777, 12.0493775777, 12.0493775777, 12.0493775777 })]
    [InlineData(8, new[] { 12.0493775777, 12.0493775777, 12.0493775777, 12.0493775777 })] // no more than there are
    [InlineData(3, new[] { .50000001, 10.0000000005, .50000001, 10.0000000005 })] // 3 does not divide 4
    [InlineData(1, new[] { 1e-4, 1e-4, 1e-4, 1e-4 })]
    public void Forward_StandardDeviation_IsThatOfStridedGroups(long groupSize, double[] expected)
    {
        using var scope = NewDisposeScope();
        var input = tensor(new[] { 0.0, 10, 1, 30 }).view(4, 1, 1, 1);

        var output = new MinibatchStandardDeviation(groupSize).call(input);

        Assert.Equal([4L, 2, 1, 1], output.shape);
        Assert.Equal([0.0, 10, 1, 30], Values(output.narrow(1, 0, 1)));
        Assert.Equal(expected, Values(output.narrow(1, 1, 1)), new Near(1e-9));
    }

    // Deviations 1, 2, 3 and 6 of four numbers: their mean is 3, everywhere in the added channel.
    [Fact]
    public void Forward_StandardDeviation_IsAveragedOverChannelsAndPixels()
    {
        using var scope = NewDisposeScope();
        var half = tensor(new[] { 1.0, 2, 3, 6 }).view(1, 2, 1, 2);

        var output = new MinibatchStandardDeviation().call(cat([half, half.neg()], 0));

        Assert.Equal([3.0, 3, 3, 3], Values(output.narrow(1, 2, 1)), new Near(1e-8));
    }

    [Fact]
    public void Forward_StandardDeviationOfVectors_AddsOneFeature()
    {
        using var scope = NewDisposeScope();

        Assert.Equal([4L, 6], new MinibatchStandardDeviation().call(zeros(4, 5)).shape);
    }

    [Theory]
    [InlineData(SelfTerm.Included, 0)]
    [InlineData(SelfTerm.Excluded, 1)]
    public void Forward_MinibatchDiscrimination_EqualsTheReference(SelfTerm self, double less)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var layer = new MinibatchDiscrimination(2, random, kernels: 2, kernelSize: 2) { SelfTerm = self };
        layer.to(ScalarType.Float64);
        using (no_grad())
        {
            layer.parameters().Single().copy_(tensor(new[] { .1, .2, .3, .4, .5, .6, .7, .8 }).view(2, 2, 2));
        }

        var output = layer.call(tensor(new double[,] { { 1, 0 }, { 0, 1 }, { 1, 1 } }));

        Assert.Equal(
            [
                1, 0, 1.78220004782 - less, 1.67245912427 - less,
                0, 1, 2.1901471848 - less, 1.94591426791 - less,
                1, 1, 2.07368930438 - less, 1.71971546394 - less,
            ],
            Values(output),
            new Near(1e-10));
    }

    [Fact]
    public void Create_MinibatchDiscrimination_HasThePapersSizes()
    {
        using var random = new Generator(1, CPU);
        using var layer = new MinibatchDiscrimination(10, random);

        Assert.Equal([10L, 100, 5], layer.parameters().Single().shape);
        Assert.Equal(SelfTerm.Included, layer.SelfTerm);
    }

    [Fact]
    public void Create_MinibatchDiscrimination_DrawsItsWeightsFromTheVarianceOfTheFeatures()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);

        Assert.Equal(.1, new MinibatchDiscrimination(100, random).parameters().Single().std().ToDouble(), .002); // 50,000 numbers
    }

    [Fact]
    public void Forward_ConditionalBatchNorm_ScalesAndShiftsByTheClass()
    {
        using var scope = NewDisposeScope();
        var layer = new ConditionalBatchNorm2d(2, 3);
        layer.to(ScalarType.Float64);
        using (no_grad())
        {
            foreach (var (name, parameter) in layer.named_parameters())
            {
                parameter.copy_(name == "scale" ? tensor(new double[,] { { 1, 1 }, { 2, 3 }, { 5, 7 } }) : tensor(new double[,] { { 0, 0 }, { 10, 20 }, { 30, 40 } }));
            }
        }

        var images = tensor(new[] { 1.0, 3, 2, 8 }).view(2, 2, 1, 1); // channel 0 is 1 and 2, channel 1 is 3 and 8
        var output = layer.call(images, tensor(new long[] { 1, 2 }));

        var (near, far) = (.5 / Math.Sqrt(.25 + 1e-5), 2.5 / Math.Sqrt(6.25 + 1e-5));
        Assert.Equal([10 - (2 * near), 20 - (3 * far), 30 + (5 * near), 40 + (7 * far)], Values(output), new Near(1e-12));
    }

    [Fact]
    public void Forward_ConditionalBatchNormAsMade_IsBatchNorm()
    {
        using var scope = NewDisposeScope();
        var (conditional, plain) = (new ConditionalBatchNorm2d(3, 10), nn.BatchNorm2d(3));
        var images = randn(4, 3, 5, 5);

        Assert.True(plain.call(images).allclose(conditional.call(images, zeros(4, dtype: ScalarType.Int64)), rtol: 0, atol: 0));
        Assert.Equal(60, conditional.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Forward_ConditionalBatchNormWithoutALabelForEach_SaysWhatIsExpected()
    {
        using var scope = NewDisposeScope();
        var layer = new ConditionalBatchNorm2d(3, 10);

        var failure = Assert.Throws<ArgumentException>("input", () => layer.call(zeros(4, 3, 2, 2), zeros(3, dtype: ScalarType.Int64)));

        Assert.StartsWith("ConditionalBatchNorm2d was given [3]; expected labels [4], one for each image.", failure.Message, StringComparison.Ordinal);
    }

    private static double[] Values(Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();
}
