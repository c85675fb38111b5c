using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// Batches of a finite set, epoch after epoch. The order of an epoch depends on the seed and the epoch's number alone, so any batch
/// can be asked for at any time: a resumed run goes on where it stopped. A lazy set hears of the two batches to come. One thread at a time.
/// </summary>
public sealed class BatchSource : IBatchSource<Batch>, ISummarizedSource
{
    private readonly ISampleSet _set;
    private readonly BatchSourceOptions _options;
    private readonly long _batchesPerEpoch;
    private (long Epoch, long[] Order) _latest = (-1, []);
    private (long Epoch, long[] Order) _before = (-1, []);

    /// <summary>Makes a source of a set, which it takes over and disposes.</summary>
    /// <param name="set">The samples.</param>
    /// <param name="options">Batch size, order, device; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the set has too few samples for one batch.</exception>
    public BatchSource(ISampleSet set, BatchSourceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        _set = set;
        _options = (options ?? new BatchSourceOptions()).Checked(set.Count);
        var (full, rest) = Math.DivRem(set.Count, _options.BatchSize);
        _batchesPerEpoch = _options.LastBatch == LastBatch.Keep && rest > 0 ? full + 1 : full;
    }

    /// <inheritdoc/>
    public int BatchSize => _options.BatchSize;

    /// <summary>Batches in one pass over the set.</summary>
    public long? BatchesPerEpoch => _batchesPerEpoch;

    /// <inheritdoc/>
    public DataSummary? Summary => _set.Summary;

    /// <inheritdoc/>
    public Batch GetBatch(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (_set is not ILazySampleSet lazy)
        {
            return _set.Gather(Members(index), _options.Device);
        }

        long[] expected = [.. Members(index), .. Members(index + 1), .. Members(index + 2)];
        lazy.Expect(expected);
        return lazy.Gather(Members(index), index / _batchesPerEpoch, _options.Device);
    }

    /// <inheritdoc/>
    public void Dispose() => _set.Dispose();

    private ReadOnlySpan<long> Members(long index)
    {
        var (epoch, number) = Math.DivRem(index, _batchesPerEpoch);
        var start = (int)(number * BatchSize);
        return Order(epoch).AsSpan(start, (int)Math.Min(BatchSize, _set.Count - start));
    }

    private long[] Order(long epoch)
    {
        if (_options.Order == SampleOrder.Sequential)
        {
            epoch = 0;
        }

        // Two are kept: batches ahead may be the next epoch's.
        if (_latest.Epoch != epoch)
        {
            (_latest, _before) = (_before.Epoch == epoch ? _before : (epoch, NewOrder(epoch)), _latest);
        }

        return _latest.Order;
    }

    private long[] NewOrder(long epoch)
    {
        var order = new long[_set.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        if (_options.Order == SampleOrder.Shuffled)
        {
            Streams.Start(_options.Seed, Streams.Order, epoch).Shuffle(order.AsSpan());
        }

        return order;
    }
}
