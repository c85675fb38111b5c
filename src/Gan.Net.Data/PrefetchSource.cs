using TorchSharp;

namespace Gan.Net.Data;

/// <summary>
/// Fetches the next batch on a second thread while the current one is trained on; for sources that read or compute at length. The
/// batches are the inner source's, number for number. One thread may ask at a time; the inner source is asked by one at a time too.
/// </summary>
public sealed class PrefetchSource : IBatchSource<Batch>, ISummarizedSource
{
    private readonly IBatchSource<Batch> _inner;
    private readonly long? _last;
    private (long Index, Task<Batch> Batch)? _next;

    /// <summary>Takes over a source.</summary>
    /// <param name="inner">Where batches come from. Disposed with this.</param>
    /// <param name="last">The highest number ever asked for, so that none is fetched in vain; null when unknown.</param>
    public PrefetchSource(IBatchSource<Batch> inner, long? last = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _last = last;
    }

    /// <inheritdoc/>
    public int BatchSize => _inner.BatchSize;

    /// <inheritdoc/>
    public long? BatchesPerEpoch => _inner.BatchesPerEpoch;

    /// <inheritdoc/>
    public DataSummary? Summary => (_inner as ISummarizedSource)?.Summary;

    /// <inheritdoc/>
    /// <remarks>An exception of the inner source reaches the caller that asks for the batch it belongs to.</remarks>
    public Batch GetBatch(long index)
    {
        var batch = Take(index) ?? _inner.GetBatch(index);
        if (index < (_last ?? long.MaxValue))
        {
            _next = (index + 1, Task.Run(() => Fetch(index + 1)));
        }

        return batch;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Drop();
        _inner.Dispose();
    }

    private Batch? Take(long index)
    {
        if (_next is not { } next || next.Index != index)
        {
            Drop();
            return null;
        }

        _next = null;
        return next.Batch.GetAwaiter().GetResult();
    }

    // Waits, so that the inner source is never asked twice at once.
    private void Drop()
    {
        if (_next is { } next)
        {
            _next = null;
            ((IAsyncResult)next.Batch).AsyncWaitHandle.WaitOne();
            if (next.Batch.IsCompletedSuccessfully)
            {
                next.Batch.Result.Dispose();
            }
        }
    }

    // Dispose scopes are a thread's own: what the batch needs leaves this one's.
    private Batch Fetch(long index)
    {
        using var scope = torch.NewDisposeScope();
        var batch = _inner.GetBatch(index);
        batch.Samples.DetachFromDisposeScope();
        batch.Condition?.DetachFromDisposeScope();
        return batch;
    }
}
