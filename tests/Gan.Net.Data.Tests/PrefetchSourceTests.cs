using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public sealed class PrefetchSourceTests
{
    [Theory]
    [InlineData(0, 1, 2, 3, 4)]
    [InlineData(3, 4, 0, 0, 1)]
    public void GetBatch_AnyOrder_GivesTheInnerSourcesBatches(params int[] order)
    {
        using var scope = NewDisposeScope();
        using var source = new PrefetchSource(new CountingSource());

        foreach (var index in order)
        {
            using var batch = source.GetBatch(index);
            Assert.Equal(index, batch.Samples[0, 0].ToInt64());
            Assert.Equal(index, batch.Condition![0].ToInt64());
        }
    }

    [Fact]
    public void GetBatch_InnerSourceFails_ReachesTheCallerOfThatBatch()
    {
        using var source = new PrefetchSource(new CountingSource { FailsAt = 1 });
        source.GetBatch(0).Dispose();

        Assert.Equal("batch 1", Assert.Throws<InvalidOperationException>(() => source.GetBatch(1)).Message);
    }

    [Fact]
    public void GetBatch_LastKnown_FetchesNothingBehindIt()
    {
        var inner = new CountingSource();
        using (var source = new PrefetchSource(inner, last: 2))
        {
            for (var i = 0; i <= 2; i++)
            {
                source.GetBatch(i).Dispose();
            }
        }

        Assert.Equal([0, 1, 2], inner.Asked);
        Assert.True(inner.Disposed);
    }

    [Fact]
    public void GetBatch_InAScope_LeavesNoTensorBehind()
    {
        var before = Tensor.TotalCount;
        using (var source = new PrefetchSource(new CountingSource()))
        {
            for (var i = 0; i < 20; i++)
            {
                using var scope = NewDisposeScope();
                using var batch = source.GetBatch(i);
            }
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    private sealed class CountingSource : IBatchSource<Batch>
    {
        public List<long> Asked { get; } = [];

        public long FailsAt { get; init; } = -1;

        public bool Disposed { get; private set; }

        public int BatchSize => 2;

        public long? BatchesPerEpoch => null;

        public Batch GetBatch(long index)
        {
            Asked.Add(index);
            return index == FailsAt ? throw new InvalidOperationException($"batch {index}") : new Batch(full(2, 3, index), full(2, index, dtype: ScalarType.Int64));
        }

        public void Dispose() => Disposed = true;
    }
}
