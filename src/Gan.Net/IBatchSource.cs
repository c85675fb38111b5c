namespace Gan.Net;

/// <summary>
/// Supplies batches by number. The same number always gives the same batch, so a run resumes by remembering one number, and a
/// prefetching thread needs no shared state.
/// </summary>
/// <typeparam name="TBatch">What a trainer's step takes.</typeparam>
public interface IBatchSource<out TBatch> : IDisposable
    where TBatch : class, IBatch
{
    /// <summary>Samples in a full batch, at least 1.</summary>
    int BatchSize { get; }

    /// <summary>Batches in one pass over the data, or null when the source is endless.</summary>
    long? BatchesPerEpoch { get; }

    /// <summary>The batch with this number in the endless sequence of epochs. The caller owns it.</summary>
    /// <param name="index">The number, from 0.</param>
    TBatch GetBatch(long index);
}
