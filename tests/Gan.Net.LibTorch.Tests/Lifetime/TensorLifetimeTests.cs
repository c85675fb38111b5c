using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests.Lifetime;

public sealed class TensorLifetimeTests
{
    [Fact]
    public void TotalCount_MadeAndDisposed_CountsLiveTensors()
    {
        var before = Garbage.Settle();
        var tensors = Enumerable.Range(0, 5).Select(_ => TensorValues.Vector(1)).ToArray();
        Assert.Equal(before + 5, Tensor.TotalCount);
        Assert.True(Tensor.PeakCount >= before + 5);
        Array.ForEach(tensors, tensor => tensor.Dispose());
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void PeakCount_MoreThanEver_RisesAndStays()
    {
        var missing = Tensor.PeakCount - Tensor.TotalCount;
        using (NewDisposeScope())
        {
            for (var i = 0; i <= missing; i++)
            {
                TensorValues.Vector(1);
            }
        }

        Assert.True(Tensor.PeakCount > missing + Tensor.TotalCount - 1);
        Assert.True(Tensor.PeakCount > Tensor.TotalCount);
    }

    [Fact]
    public void Collector_TensorsLostOutsideScopes_AreFreed()
    {
        var before = Garbage.Settle();
        Garbage.Lose(() => Enumerable.Range(0, 100).ToList().ForEach(_ => TensorValues.Vector(1)));
        Assert.Equal(before, Garbage.Settle());
    }

    [Fact]
    public void Collector_TensorLostAfterDetachingOrAttachingAndDetaching_IsFreed()
    {
        var before = Garbage.Settle();
        Garbage.Lose(() =>
        {
            using var scope = NewDisposeScope();
            TensorValues.Vector(1).DetachFromDisposeScope();
            var outside = TensorValues.Vector(2).DetachFromDisposeScope();
            scope.Attach(outside);
            scope.Detach(outside);
        });
        Assert.Equal(before, Garbage.Settle());
    }

    [Fact]
    public void Collector_LostParameter_IsFreedOnce()
    {
        var before = Garbage.Settle();
        Garbage.Lose(() => _ = new Parameter(TensorValues.Vector(1)));
        Assert.Equal(before, Garbage.Settle());
    }

    [Fact]
    public void Collector_TensorInUse_StaysAlive()
    {
        var tensor = TensorValues.Vector(1, 2, 3);
        Garbage.Settle();
        Assert.Equal([1, 2, 3], TensorValues.Read(tensor));
        tensor.Dispose();
    }

    [Fact]
    public void Dispose_Twice_FreesOnce()
    {
        var before = Garbage.Settle();
        var tensor = TensorValues.Vector(1);
        tensor.Dispose();
        tensor.Dispose();
        Assert.True(tensor.IsInvalid);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Dispose_ByAnotherThread_FreesAndLeavesTheScope()
    {
        using var scope = NewDisposeScope();
        var tensor = TensorValues.Vector(1);
        var other = TensorValues.Vector(2);
        var thread = new Thread(tensor.Dispose);
        thread.Start();
        thread.Join();
        Assert.True(tensor.IsInvalid);
        Assert.Equal([other], scope.DisposablesView.Cast<Tensor>());
    }

    [Fact]
    public void Dispose_ByManyThreadsAtOnce_FreesOnce()
    {
        var before = Garbage.Settle();
        for (var round = 0; round < 200; round++)
        {
            var tensor = TensorValues.Vector(1);
            Parallel.For(0, 4, _ => tensor.Dispose());
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Members_AfterDispose_Throw()
    {
        var tensor = TensorValues.Vector(1);
        tensor.Dispose();
        Assert.Equal("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(() => tensor.shape).Message);
        Assert.Throws<InvalidOperationException>(() => tensor.Handle);
        Assert.Throws<InvalidOperationException>(() => tensor.add(tensor));
    }

    [Fact]
    public void DecoupleFromNativeHandle_WrappedAgain_IsTheSameTensor()
    {
        var before = Garbage.Settle();
        using var scope = NewDisposeScope();
        var tensor = TensorValues.Vector(1, 2);
        var handle = tensor.DecoupleFromNativeHandle();
        Assert.True(tensor.IsInvalid);
        Assert.Equal((before, 0), (Tensor.TotalCount, scope.DisposablesCount));
        var wrapped = Tensor.UnsafeCreateTensor(handle);
        Assert.Equal(handle, wrapped.Handle);
        Assert.True(scope.Contains(wrapped));
        Assert.Equal([1, 2], TensorValues.Read(wrapped));
        scope.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void DecoupleFromNativeHandle_OutsideScopes_LeavesNothingToTheCollector()
    {
        nint handle = 0;
        Garbage.Lose(() => handle = TensorValues.Vector(1, 2).DecoupleFromNativeHandle());
        Garbage.Settle();
        using var wrapped = Tensor.UnsafeCreateTensor(handle);
        Assert.Equal([1, 2], TensorValues.Read(wrapped));
    }

    [Fact]
    public void Alias_OriginalDisposed_KeepsTheMemory()
    {
        var tensor = TensorValues.Vector(1, 2);
        using var alias = tensor.alias();
        tensor.Dispose();
        Assert.Equal([1, 2], TensorValues.Read(alias));
    }
}
