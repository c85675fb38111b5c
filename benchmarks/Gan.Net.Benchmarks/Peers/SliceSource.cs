using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>Random samples in memory, handed out slice by slice: the same work as the other side's, next to none.</summary>
internal sealed class SliceSource(int slices, int batchSize, long[] sampleShape, Device? place = null, ScalarType type = ScalarType.Float32) : IBatchSource<Batch>
{
    /// <summary>Slices of a game that is played for long: more than the processor's caches hold.</summary>
    public const int Many = 64;

    private readonly Tensor _data = rand([slices * batchSize, .. sampleShape]).mul_(2).sub_(1).to(type, place ?? CPU);

    public int BatchSize => batchSize;

    public long? BatchesPerEpoch => null;

    public Batch GetBatch(long index) => new(_data.narrow(0, index % slices * batchSize, batchSize));

    public void Dispose() => _data.Dispose();
}
