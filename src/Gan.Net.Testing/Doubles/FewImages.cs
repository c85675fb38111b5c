using static TorchSharp.torch;

namespace Gan.Net.Testing.Doubles;

/// <summary>Batches of five small images of noise, of three classes.</summary>
internal sealed class FewImages(ScalarType type) : IBatchSource<Batch>
{
    public static IReadOnlyList<long> Shape { get; } = [1, 4, 4];

    public static long Numbers => 16;

    public static int ClassCount => 3;

    public int BatchSize => 5;

    public long? BatchesPerEpoch => null;

    public Batch GetBatch(long index)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)index + 33, CPU);
        var images = randn([BatchSize, .. Shape], dtype: ScalarType.Float64, generator: random).to(type);
        return new Batch(scope.MoveToOuter(images), scope.MoveToOuter(arange(index, index + BatchSize, dtype: ScalarType.Int64).remainder(ClassCount)));
    }

    public void Dispose()
    {
    }
}
