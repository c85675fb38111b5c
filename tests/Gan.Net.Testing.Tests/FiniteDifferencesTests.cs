using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Tests;

public sealed class FiniteDifferencesTests
{
    [Fact]
    public void Compare_RightGradient_IsNullAndPutsTheLeafBack()
    {
        using var scope = NewDisposeScope();
        var leaf = tensor(new[] { 1.5, -2 }).requires_grad_();

        Assert.Null(FiniteDifferences.Compare([leaf], () => leaf.pow(3)));
        Assert.Equal([1.5, -2], leaf.detach().data<double>().ToArray());
    }

    [Fact]
    public void Compare_WrongGradient_SaysWhichNumber()
    {
        using var scope = NewDisposeScope();
        var leaf = tensor(new[] { 1.0, 2 }).requires_grad_();

        var problem = FiniteDifferences.Compare([leaf], () => leaf.mul(2).add(leaf.detach().mul(tensor(new[] { 0.0, 4 }))));

        Assert.StartsWith("By number 1 of tensor 0, [2], the gradient is 1 and the difference 3.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_GradientThatIsNoNumber_IsWrong()
    {
        using var scope = NewDisposeScope();
        var leaf = zeros(1, dtype: ScalarType.Float64).requires_grad_();

        Assert.StartsWith("By number 0 of tensor 0, [1], the gradient is NaN", FiniteDifferences.Compare([leaf], () => leaf.mul(0).sqrt()), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_SinglePrecision_IsRefused()
    {
        using var scope = NewDisposeScope();
        var leaf = zeros(1).requires_grad_();

        var failure = Assert.Throws<ArgumentException>("leaf", () => FiniteDifferences.Compare([leaf], () => leaf));

        Assert.StartsWith("A leaf is Float32, and requires a gradient; expected Float64 that does. Convert it and call requires_grad_().", failure.Message, StringComparison.Ordinal);
    }
}
