using static TorchSharp.torch;

namespace Gan.Net.Games.Tests;

/// <summary>Pairs of small images: a bright square on the input, its rim on the target. Unpaired, the two come from different squares.</summary>
internal sealed class PairSource : IBatchSource<Batch>
{
    public bool Unpaired { get; init; }

    public int BatchSize => 4;

    public long? BatchesPerEpoch => null;

    public Batch GetBatch(long index)
    {
        using var scope = NewDisposeScope();
        var random = new SeededRandom(SeededRandom.Derive(11, (ulong)index));
        var (inputs, targets) = (full([BatchSize, 1, 8, 8], -1f), full([BatchSize, 1, 8, 8], -1f));
        for (var i = 0; i < BatchSize; i++)
        {
            var (x, y) = ((int)random.NextInt64(4), (int)random.NextInt64(4));
            inputs[i, 0].narrow(0, y, 4).narrow(1, x, 4).fill_(1);
            (x, y) = Unpaired ? ((int)random.NextInt64(4), (int)random.NextInt64(4)) : (x, y);
            targets[i, 0].narrow(0, y, 4).narrow(1, x, 4).fill_(1);
            targets[i, 0].narrow(0, y + 1, 2).narrow(1, x + 1, 2).fill_(-1);
        }

        return new Batch(scope.MoveToOuter(targets), scope.MoveToOuter(inputs));
    }

    public void Dispose()
    {
    }
}
