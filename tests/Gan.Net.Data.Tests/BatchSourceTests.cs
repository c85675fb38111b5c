using Gan.Net.Data.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public class BatchSourceTests
{
    [Theory]
    [InlineData(12, 4, LastBatch.Drop, 3)]
    [InlineData(12, 4, LastBatch.Keep, 3)]
    [InlineData(13, 4, LastBatch.Drop, 3)]
    [InlineData(13, 4, LastBatch.Keep, 4)]
    [InlineData(3, 4, LastBatch.Keep, 1)]
    public void BatchesPerEpoch_BySizeAndRule_IsCounted(int count, int batch, LastBatch last, int expected)
    {
        using var source = new BatchSource(new CountingSet(count), new BatchSourceOptions { BatchSize = batch, LastBatch = last });
        Assert.Equal(expected, source.BatchesPerEpoch);
    }

    [Fact]
    public void GetBatch_WholeEpoch_IsAPermutation()
    {
        using var source = Source(103, 10, LastBatch.Keep);
        for (var epoch = 0; epoch < 5; epoch++)
        {
            Assert.Equal(Enumerable.Range(0, 103).Select(i => (long)i), Epoch(source, epoch).Order());
        }
    }

    [Fact]
    public void GetBatch_LastBatchDropped_LeavesOutOthersEachEpoch()
    {
        using var source = Source(103, 10);
        var left = Enumerable.Range(0, 20).Select(epoch => Enumerable.Range(0, 103).Select(i => (long)i).Except(Epoch(source, epoch)).ToList()).ToList();
        Assert.All(left, missing => Assert.Equal(3, missing.Count));
        Assert.True(left.SelectMany(missing => missing).Distinct().Count() > 20);
    }

    [Fact]
    public void GetBatch_EpochsOfOneSeed_Differ()
    {
        using var source = Source(100, 10);
        var epochs = Enumerable.Range(0, 50).Select(epoch => string.Join(' ', Epoch(source, epoch))).ToList();
        Assert.Equal(50, epochs.Distinct().Count());
    }

    [Fact]
    public void GetBatch_SameSeed_SameOrderInAnySequenceOfCalls()
    {
        using var forwards = Source(57, 8, LastBatch.Keep);
        using var backwards = Source(57, 8, LastBatch.Keep);
        var expected = Enumerable.Range(0, 40).Select(index => Numbers(forwards, index)).ToList();
        for (var index = 39; index >= 0; index--)
        {
            Assert.Equal(expected[index], Numbers(backwards, index));
        }
    }

    [Fact]
    public void GetBatch_KnownSeed_HasTheOrderOfTheContract()
    {
        // Fisher and Yates with SeededRandom of Derive(7, 1, epoch), worked out by tools/reference/seeded_random.py's functions.
        using var source = Source(10, 10, seed: 7);
        Assert.Equal([7, 6, 1, 3, 8, 5, 2, 4, 9, 0], Numbers(source, 0));
        Assert.Equal([4, 5, 6, 0, 2, 7, 9, 8, 3, 1], Numbers(source, 1));
        Assert.Equal([8, 1, 5, 2, 6, 4, 0, 3, 9, 7], Numbers(source, 2));
    }

    [Fact]
    public void GetBatch_OtherSeed_OtherOrder()
    {
        using var one = Source(100, 100, seed: 1);
        using var two = Source(100, 100, seed: 2);
        Assert.NotEqual(Numbers(one, 0), Numbers(two, 0));
    }

    [Fact]
    public void GetBatch_Shuffled_EveryPlaceIsEquallyLikely()
    {
        using var source = Source(4, 4);
        var counts = new int[4, 4];
        for (var epoch = 0; epoch < 8000; epoch++)
        {
            var order = Numbers(source, epoch);
            for (var place = 0; place < 4; place++)
            {
                counts[place, order[place]]++;
            }
        }

        // 2,000 each; a binomial deviation is 39.
        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, 1830, 2170));
    }

    [Fact]
    public void GetBatch_Sequential_KeepsTheOrderOfTheSet()
    {
        using var source = new BatchSource(new CountingSet(10), new BatchSourceOptions { BatchSize = 4, Order = SampleOrder.Sequential, LastBatch = LastBatch.Keep });
        Assert.Equal([0, 1, 2, 3], Numbers(source, 0));
        Assert.Equal([8, 9], Numbers(source, 2));
        Assert.Equal([4, 5, 6, 7], Numbers(source, 4));
    }

    [Fact]
    public void GetBatch_NegativeIndex_Throws()
    {
        using var source = Source(10, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => source.GetBatch(-1));
    }

    [Fact]
    public void Constructor_BatchLargerThanSet_SaysBothNumbers()
    {
        var error = Assert.Throws<ArgumentException>(() => Source(10, 11));
        Assert.Equal("BatchSourceOptions: BatchSize must be at most 10, the number of samples, while smaller batches are dropped, was 11.", error.Message);
    }

    [Fact]
    public void Constructor_SeveralProblems_NamesAll()
    {
        var options = new BatchSourceOptions { BatchSize = 0, Order = (SampleOrder)9, LastBatch = (LastBatch)9, Device = null! };
        var error = Assert.Throws<ArgumentException>(() => new BatchSource(new CountingSet(0), options));
        Assert.Equal(
            "BatchSourceOptions: BatchSize must be at least 1, was 0; Count must be from 1 to 2147483647, was 0; Order must be a known order, was 9; "
            + "LastBatch must be a known choice, was 9; Device must be a device, was null.",
            error.Message);
    }

    [Fact]
    public void Dispose_Source_DisposesTheSet()
    {
        var set = new CountingSet(4);
        new BatchSource(set, new BatchSourceOptions { BatchSize = 2 }).Dispose();
        Assert.True(set.IsDisposed);
    }

    private static BatchSource Source(long count, int batch, LastBatch last = LastBatch.Drop, long seed = 3) =>
        new(new CountingSet(count), new BatchSourceOptions { BatchSize = batch, LastBatch = last, Seed = seed });

    private static List<long> Epoch(BatchSource source, long epoch)
    {
        var batches = source.BatchesPerEpoch!.Value;
        return [.. Enumerable.Range(0, (int)batches).SelectMany(i => Numbers(source, epoch * batches + i))];
    }

    private static long[] Numbers(BatchSource source, long index)
    {
        using var batch = source.GetBatch(index);
        return batch.Samples.data<long>().ToArray();
    }
}
