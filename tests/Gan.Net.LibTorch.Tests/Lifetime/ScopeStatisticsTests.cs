using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests.Lifetime;

public sealed class ScopeStatisticsTests
{
    private static ThreadDisposeScopeStatistics Statistics => DisposeScopeManager.Statistics;

    [Fact]
    public void Counts_CreatedAndDisposedOutside()
    {
        Statistics.Reset();
        var tensor = TensorValues.Vector(1);
        AssertCounts(createdOutside: 1, live: 1);
        tensor.Dispose();
        tensor.Dispose();
        AssertCounts(createdOutside: 1, disposedOutside: 1);
    }

    [Fact]
    public void Counts_CreatedInAScopeAndDisposedWithIt()
    {
        Statistics.Reset();
        using (NewDisposeScope())
        {
            TensorValues.Vector(1);
            TensorValues.Vector(2).Dispose();
            AssertCounts(createdInside: 2, disposedInside: 1, live: 1);
        }

        AssertCounts(createdInside: 2, disposedInside: 2);
    }

    [Fact]
    public void Counts_DetachedThenDisposed_IsOutside()
    {
        Statistics.Reset();
        Tensor tensor;
        using (NewDisposeScope())
        {
            tensor = TensorValues.Vector(1).DetachFromDisposeScope();
        }

        tensor.Dispose();
        AssertCounts(createdInside: 1, detached: 1, disposedOutside: 1);
    }

    [Fact]
    public void Counts_AttachedOnce_HoweverOften()
    {
        Statistics.Reset();
        var tensor = TensorValues.Vector(1);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(tensor);
            scope.Attach(tensor);
        }

        AssertCounts(createdOutside: 1, attached: 1, disposedInside: 1);
    }

    [Fact]
    public void Counts_MovedToTheOuterScope_CountsNothing()
    {
        Statistics.Reset();
        using (NewDisposeScope())
        {
            using var inner = NewDisposeScope();
            inner.MoveToOuter(TensorValues.Vector(1));
        }

        AssertCounts(createdInside: 1, disposedInside: 1);
    }

    [Fact]
    public void Counts_ParameterMadeOfATensor_IsOneTensor()
    {
        Statistics.Reset();
        using (NewDisposeScope())
        {
            _ = new Parameter(TensorValues.Vector(1));
        }

        AssertCounts(createdInside: 1, disposedInside: 1);
    }

    [Fact]
    public void Counts_OfAnotherThread_AreItsOwn()
    {
        Statistics.Reset();
        var thread = new Thread(() =>
        {
            TensorValues.Vector(1).Dispose();
            AssertCounts(createdOutside: 1, disposedOutside: 1);
        });
        thread.Start();
        thread.Join();
        AssertCounts();
    }

    private static void AssertCounts(
        long createdInside = 0, long createdOutside = 0, long attached = 0, long detached = 0, long disposedInside = 0, long disposedOutside = 0, long live = 0)
    {
        Assert.Equal(
            (createdInside, createdOutside, attached, detached, disposedInside, disposedOutside, live),
            (Statistics.CreatedInScopeCount, Statistics.CreatedOutsideScopeCount, Statistics.AttachedToScopeCount, Statistics.DetachedFromScopeCount,
                Statistics.DisposedInScopeCount, Statistics.DisposedOutsideScopeCount, Statistics.ThreadTotalLiveCount));
        var tensors = Statistics.TensorStatistics;
        Assert.Equal(
            (createdInside, createdOutside, attached, detached, disposedInside, disposedOutside, live),
            (tensors.CreatedInScopeCount, tensors.CreatedOutsideScopeCount, tensors.AttachedToScopeCount, tensors.DetachedFromScopeCount,
                tensors.DisposedInScopeCount, tensors.DisposedOutsideScopeCount, tensors.ThreadTotalLiveCount));
    }
}
