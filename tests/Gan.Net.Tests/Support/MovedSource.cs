namespace Gan.Net.Tests.Support;

/// <summary>Another source's batches, but so many later ones. Does not own it.</summary>
internal sealed class MovedSource(IBatchSource<Batch> inner, long by) : IBatchSource<Batch>
{
    public int BatchSize => inner.BatchSize;

    public long? BatchesPerEpoch => inner.BatchesPerEpoch;

    public Batch GetBatch(long index) => inner.GetBatch(index + by);

    public void Dispose()
    {
    }
}
