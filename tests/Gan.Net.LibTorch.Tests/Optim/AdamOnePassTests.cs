using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests.Optim;

/// <summary>Adam's single pass over memory against the separate operators it stands for.</summary>
public sealed class AdamOnePassTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1003)]
    [InlineData(200_001)]
    public void ApplyInOnePass_ManySteps_EqualsTheOperatorsBitForBit(int count)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3);
        var (one, many) = (randn(count, generator: random), empty(count));
        many.copy_(one);
        Tensor mean = zeros(count), square = zeros(count), otherMean = zeros(count), otherSquare = zeros(count);
        for (var step = 1; step <= 20; step++)
        {
            var gradient = randn(count, generator: random).mul_(Math.Pow(10, (step % 7) - 3));
            var correction = Math.Sqrt(1 - Math.Pow(0.999, step));
            var size = -(2e-4 / (1 - Math.Pow(0.5, step)));

            var done = AdamRule.ApplyInOnePass(one, gradient, mean, square, correction, size, 0.5, 0.999, 1e-8);
            AdamRule.ApplyByOperators(many, gradient, otherMean, otherSquare, null, correction, size, 0.5, 0.999, 1e-8);

            Assert.True(done || !System.Runtime.Intrinsics.X86.Fma.IsSupported);
        }

        Assert.True(many.bytes.SequenceEqual(one.bytes));
        Assert.True(otherMean.bytes.SequenceEqual(mean.bytes));
        Assert.True(otherSquare.bytes.SequenceEqual(square.bytes));
    }

    [Fact]
    public void ApplyInOnePass_AnotherTypeOrStride_LeavesItToTheOperators()
    {
        using var scope = NewDisposeScope();
        var wide = zeros(4, dtype: ScalarType.Float64);
        var strided = zeros(8, 2).select(1, 0);

        Assert.False(AdamRule.ApplyInOnePass(wide, wide, wide, wide, 1, -1, 0.5, 0.9, 1e-8));
        Assert.False(AdamRule.ApplyInOnePass(strided, strided, strided, strided, 1, -1, 0.5, 0.9, 1e-8));
    }
}
