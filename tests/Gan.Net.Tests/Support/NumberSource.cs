namespace Gan.Net.Tests.Support;

/// <summary>Endless <see cref="NumberBatch"/>es of 3 samples; remembers all it gave.</summary>
internal sealed class NumberSource : IBatchSource<NumberBatch>
{
    public int BatchSize => 3;

    public long? BatchesPerEpoch => null;

    public List<NumberBatch> Given { get; } = [];

    public NumberBatch GetBatch(long index)
    {
        Given.Add(new NumberBatch(index));
        return Given[^1];
    }

    public void Dispose()
    {
    }
}
