using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Several batches of another source as one.</summary>
internal sealed class JoinedSource(IBatchSource<Batch> parts, int count) : IBatchSource<Batch>
{
    public int BatchSize => parts.BatchSize * count;

    public long? BatchesPerEpoch => null;

    public Batch GetBatch(long index)
    {
        using var scope = NewDisposeScope();
        return new Batch(scope.MoveToOuter(cat([.. Enumerable.Range(0, count).Select(i => parts.GetBatch((index * count) + i).Samples)])));
    }

    public void Dispose()
    {
    }
}
