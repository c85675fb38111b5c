using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Points around three corners, each labelled with its corner's number.</summary>
internal sealed class CornerSource : IBatchSource<Batch>
{
    public static Tensor Corners => tensor(new[,] { { 1f, 0 }, { -.5f, .9f }, { -.5f, -.9f } });

    public int BatchSize => 48;

    public long? BatchesPerEpoch => null;

    public Batch GetBatch(long index)
    {
        using var random = new Generator(SeededRandom.Derive(4, (ulong)index), CPU);
        var labels = randint(3, [BatchSize], ScalarType.Int64, generator: random);
        using var scope = NewDisposeScope();
        return new Batch(scope.MoveToOuter(Corners.index_select(0, labels).add(randn(BatchSize, 2, generator: random).mul(.1f))), labels);
    }

    public void Dispose()
    {
    }
}
