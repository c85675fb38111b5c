using static TorchSharp.torch;

namespace Gan.Net.Papers.Tests.Support;

/// <summary>Another source's samples in float64.</summary>
internal sealed class DoubleSource(IBatchSource<Batch> source) : IBatchSource<Batch>
{
    public int BatchSize => source.BatchSize;

    public long? BatchesPerEpoch => source.BatchesPerEpoch;

    public Batch GetBatch(long index)
    {
        using var batch = source.GetBatch(index);
        return new Batch(batch.Samples.to(ScalarType.Float64));
    }

    public void Dispose()
    {
    }
}
