using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Results are freed once: by hand, by their scope, or by the garbage collector.</summary>
public sealed class OperatorLifetimeTests
{
    [Fact]
    public void Dispose_Twice_IsHarmless()
    {
        Collect();
        var before = Tensor.TotalCount;
        var value = TensorValues.Vector(1, 2).add_(1);
        Assert.Equal(before + 1, Tensor.TotalCount);
        value.Dispose();
        value.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
        Assert.True(value.IsInvalid);
    }

    [Fact]
    public void Dispose_InsideItsScope_ScopeDoesNotFreeItAgain()
    {
        Collect();
        var before = Tensor.TotalCount;
        using (NewDisposeScope())
        {
            var value = TensorValues.Vector(1, 2);
            var sum = value + 1;
            sum.Dispose();
            sum.Dispose();
            Assert.Equal(before + 1, Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void InPlace_Chained_MakesNoTensor()
    {
        using var value = TensorValues.Vector(1, 2);
        var before = Tensor.TotalCount;
        value.add_(1).mul_(2).clamp_(0, 5).relu_().neg_();
        Assert.Equal(before, Tensor.TotalCount);
        Assert.Equal([-4, -5], TensorValues.Read(value));
    }

    [Fact]
    public void DisposeEverythingBut_TensorsWithEqualElements_KeepsTheOneMeant()
    {
        using var scope = NewDisposeScope();
        var first = TensorValues.Vector(1, 2);
        var second = TensorValues.Vector(1, 2);
        scope.DisposeEverythingBut(second);
        Assert.True(first.IsInvalid);
        Assert.False(second.IsInvalid);
    }

    [Fact]
    public void Lost_OutsideAScope_Collected()
    {
        Collect();
        var before = Tensor.TotalCount;
        LoseTensors(100);
        Collect();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Lost_AfterDispose_CountedOnce()
    {
        Collect();
        var before = Tensor.TotalCount;
        DisposeAndLose(100);
        Collect();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Graph_OfLostTensors_StillDifferentiates()
    {
        using var leaf = TensorValues.Vector(1, 2).requires_grad_();
        using var loss = LossOf(leaf);
        Collect();
        loss.backward();
        using var gradient = leaf.grad!;
        Assert.Equal([8, 64], TensorValues.Read(gradient));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoseTensors(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = TensorValues.Vector(1, 2).add(i).mul(2);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DisposeAndLose(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var value = TensorValues.Vector(1, 2);
            using var sum = value + i;
        }
    }

    // (2 x^2)^2 = 4 x^4, whose derivative is 16 x^3; halved.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor LossOf(Tensor leaf) => ((leaf.square() * 2).square() / 2).sum();

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
