using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class ModuleBuffersTests
{
    [Fact]
    public void Set_ACopy_PutsBuffersOfEveryTypeBack()
    {
        using var scope = NewDisposeScope();
        using var first = nn.BatchNorm1d(3);
        using var second = nn.BatchNorm1d(2, dtype: ScalarType.Float64);
        using var alone = nn.BatchNorm1d(4);
        first.call(randn(5, 3));
        using var buffers = new ModuleBuffers([nn.Sequential(first, second)]);
        using var lonely = new ModuleBuffers([alone]);
        var (before, lonelyBefore) = (Weights.Of(first, second), Weights.Of(alone));
        var (copies, lonelyCopies) = (buffers.Copy(), lonely.Copy());
        first.call(randn(5, 3));
        second.call(randn(5, 2, dtype: ScalarType.Float64));
        alone.call(randn(5, 4));  // its count is the only whole number: a group of one
        Weights.AssertDiffer(before, Weights.Of(first, second));
        Weights.AssertDiffer(lonelyBefore, Weights.Of(alone));

        buffers.Set(copies);
        lonely.Set(lonelyCopies);

        Weights.AssertSame(before, Weights.Of(first, second));
        Weights.AssertSame(lonelyBefore, Weights.Of(alone));
    }

    [Fact]
    public void Copy_NoBuffers_IsNothing()
    {
        using var layer = nn.Linear(2, 2);
        using var buffers = new ModuleBuffers([layer]);

        Assert.Empty(buffers.Copy());
    }
}
