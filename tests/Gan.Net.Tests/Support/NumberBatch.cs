namespace Gan.Net.Tests.Support;

/// <summary>A batch that is no <see cref="Batch"/>: just its number.</summary>
internal sealed class NumberBatch(long number) : IDisposable
{
    public long Number => number;

    public bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;
}
