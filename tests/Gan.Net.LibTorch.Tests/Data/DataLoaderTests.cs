using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Gan.Net.LibTorch.Tests.Data;

public sealed class DataLoaderTests
{
    [Fact]
    public void Enumeration_InOrder_StacksRowsOfEveryTensor()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(5), 2);
        var seen = new List<double[]>();
        foreach (var batch in loader)
        {
            Assert.Equal(2, batch.Count);
            Assert.Equal([batch[0].shape[0], 2], batch[0].shape);
            Assert.Equal(TensorValues.Read(batch[1]), TensorValues.Read(batch[0]).Where((_, i) => i % 2 == 0));
            seen.Add(TensorValues.Read(batch[1]));
        }

        Assert.Equal([[0, 1], [2, 3], [4]], seen);
        Assert.Equal(3, loader.Count);
    }

    [Fact]
    public void Enumeration_DropLast_LeavesTheSmallBatchOut()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(5), 2, drop_last: true);
        Assert.Equal([0, 1, 2, 3], Numbers(loader));
        Assert.Equal(2, loader.Count);
    }

    [Fact]
    public void Enumeration_ShuffledWithSeed_EachTimeTheSameOrder()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(50), 8, shuffle: true, seed: 7);
        var first = Numbers(loader);
        Assert.Equal(first, Numbers(loader));
        Assert.NotEqual(first.Order(), first);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (double)i), first.Order());
    }

    [Fact]
    public void Enumeration_ShuffledWithoutSeed_EachTimeAnotherOrder()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(50), 50, shuffle: true);
        Assert.NotEqual(Numbers(loader), Numbers(loader));
    }

    [Fact]
    public void Enumeration_GivenOrder_FollowsIt()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(5), 2, [4, 0, 2]);
        Assert.Equal([4, 0, 2], Numbers(loader));
    }

    [Fact]
    public void Enumeration_NextBatch_DisposesTheOneBefore()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(4), 2);
        using var batches = loader.GetEnumerator();
        Assert.True(batches.MoveNext());
        var first = batches.Current;
        Assert.All(first, tensor => Assert.False(tensor.IsInvalid));
        Assert.True(batches.MoveNext());
        Assert.All(first, tensor => Assert.True(tensor.IsInvalid));
        var last = batches.Current;
        batches.Dispose();
        Assert.All(last, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Enumeration_DisposeBatchOff_LeavesBatchesToTheCaller()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(Rows(4), 2, disposeBatch: false);
        var batches = loader.ToList();
        Assert.Equal([2, 3], TensorValues.Read(batches[1][1]));
        Assert.Equal([0, 1], TensorValues.Read(batches[0][1]));
        batches.ForEach(batch => batch.ToList().ForEach(tensor => tensor.Dispose()));
    }

    [Fact]
    public void Enumeration_NamedTensors_StacksEachName()
    {
        using var loader = new DataLoader(new Named(), 3);
        Assert.Equal([[0, 1, 2], [3]], loader.Select(batch => TensorValues.Read(batch["number"])));
    }

    [Fact]
    public void Dispose_DisposesTheDataset_UnlessToldNotTo()
    {
        var named = new Named();
        new DataLoader(named, 3, disposeDataset: false).Dispose();
        Assert.False(named.IsDisposed);
        new DataLoader(named, 3).Dispose();
        Assert.True(named.IsDisposed);
    }

    [Fact]
    public void TensorDataset_SourceDisposed_KeepsTheMemory()
    {
        using var scope = NewDisposeScope();
        var source = TensorValues.Vector(1, 2, 3);
        using var dataset = TensorDataset(source);
        source.Dispose();
        Assert.Equal([2], TensorValues.Read(dataset.GetTensor(1).Single()));
        Assert.Equal(3, dataset.Count);
    }

    [Fact]
    public void TensorDataset_UnequalLengths_Throws()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ArgumentException>(() => TensorDataset(TensorValues.Vector(1, 2), TensorValues.Vector(1)));
        Assert.Equal("The tensors' first lengths are 2, 1; they must be the same. (Parameter 'tensors')", failure.Message);
    }

    // The order TorchSharp 0.107.0 draws with this seed.
    [Fact]
    public void FisherYatesShuffler_WithSeed_SameOrderAsTorchSharp() =>
        Assert.Equal([2, 4, 11, 10, 1, 7, 5, 6, 0, 8, 9, 3], new FisherYatesShuffler(12, 3));

    private static double[] Numbers(IterableDataLoader loader) => [.. loader.SelectMany(batch => TensorValues.Read(batch[1]))];

    // Row i holds [i, 10 i] and i.
    private static TensorDataset Rows(int count) => TensorDataset(
        TensorValues.Make(ScalarType.Float64, [count, 2], [.. Enumerable.Range(0, count).SelectMany(i => new[] { i, 10.0 * i })]),
        TensorValues.Vector([.. Enumerable.Range(0, count).Select(i => (double)i)]));

    private sealed class Named : Dataset
    {
        public bool IsDisposed { get; private set; }

        public override long Count => 4;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["number"] = TensorValues.Make(ScalarType.Float64, [], index) };

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
