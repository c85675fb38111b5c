using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>The Dirac-GAN's data: every real sample is zero.</summary>
internal sealed class DiracSource : IBatchSource<Batch>
{
    public required int BatchSize { get; init; }

    public long? BatchesPerEpoch => null;

    public Batch GetBatch(long index) => new(zeros(BatchSize, 1, dtype: ScalarType.Float64));

    public void Dispose()
    {
    }
}
