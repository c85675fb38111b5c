using static TorchSharp.torch;

namespace Gan.Net.TestSupport;

/// <summary>Seeded noise in [-1, 1] as data: any shape, endless or in epochs whose last batch may be smaller.</summary>
internal sealed class NoiseSource(params long[] sampleShape) : IBatchSource<Batch>
{
    public int BatchSize { get; init; } = 4;

    public long? BatchesPerEpoch { get; init; }

    public int? LastBatchSize { get; init; }

    public bool Labelled { get; init; }

    /// <summary>Labels are drawn from so many; 1, the default, labels everything 0.</summary>
    public int Classes { get; init; } = 1;

    public ulong Seed { get; init; } = 7;

    public ScalarType Type { get; init; } = ScalarType.Float32;

    /// <summary>Told of each batch drawn.</summary>
    public Action<long>? Drawing { get; init; }

    /// <summary>Changes a batch after it was made.</summary>
    public Action<long, Tensor>? Made { get; init; }

    public Batch GetBatch(long index)
    {
        Drawing?.Invoke(index);
        var isLast = index % BatchesPerEpoch == BatchesPerEpoch - 1;
        var count = isLast == true ? LastBatchSize ?? BatchSize : BatchSize;
        using var random = new Generator(SeededRandom.Derive(Seed, (ulong)index), CPU);
        var samples = rand([count, .. sampleShape], dtype: Type, generator: random).mul_(2).sub_(1);
        Made?.Invoke(index, samples);
        return new Batch(samples, Labelled ? randint(Classes, [count], ScalarType.Int64, generator: random) : null);
    }

    public void Dispose()
    {
    }
}
