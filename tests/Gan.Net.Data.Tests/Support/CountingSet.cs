using static TorchSharp.torch;

namespace Gan.Net.Data.Tests.Support;

/// <summary>A set whose sample n is the number n.</summary>
internal sealed class CountingSet(long count) : ISampleSet
{
    public long Count => count;

    public IReadOnlyList<long> SampleShape => [1];

    public int? Classes => null;

    public bool IsDisposed { get; private set; }

    public Batch Gather(ReadOnlySpan<long> indices, Device device) => new(tensor(indices.ToArray()).reshape(-1, 1));

    public void Dispose() => IsDisposed = true;
}
