using System.Collections;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>
/// Batches of a data set, in order or shuffled. Samples are read one after another on the caller's thread, whatever the
/// number of workers. A batch lives until the next one is asked for, unless <see cref="DisposeBatch"/> is off.
/// </summary>
/// <typeparam name="T">A sample.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>
    /// Batches of samples in the order of their numbers in <paramref name="shuffler"/>, made by <paramref name="collate_fn"/>.
    /// The last one may have fewer samples, unless <paramref name="drop_last"/> leaves it out.
    /// </summary>
    public DataLoader(
        Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        this.dataset = dataset;
        this.collate_fn = collate_fn;
        this.drop_last = drop_last;
        batch_size = batchSize;
        sampler = shuffler;
        num_workers = Math.Max(num_worker, 1);
        Device = device ?? CPU;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    /// <summary>
    /// Batches in order, or shuffled: anew for each enumeration, or with a <paramref name="seed"/> each time the same.
    /// </summary>
    public DataLoader(
        Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(
            dataset, batchSize, collate_fn, shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset.Count), device, num_worker,
            drop_last, disposeBatch, disposeDataset)
    {
    }

    public Dataset<T> dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    public IEnumerable<long> sampler { get; }

    public int num_workers { get; }

    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    public Device Device { get; }

    public bool DisposeBatch { get; }

    public bool DisposeDataset { get; }

    /// <summary>The number of batches.</summary>
    public long Count => (dataset.Count + (drop_last ? 0 : batch_size - 1)) / batch_size;

    public IEnumerator<S> GetEnumerator()
    {
        IReadOnlyList<IDisposable> previous = [];
        try
        {
            foreach (var numbers in sampler.Chunk(batch_size))
            {
                Release(previous);
                previous = [];
                if (numbers.Length < batch_size && drop_last)
                {
                    yield break;
                }

                var (batch, tensors) = Read(numbers);
                previous = DisposeBatch ? tensors : [];
                yield return batch;
            }
        }
        finally
        {
            Release(previous);
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
        {
            dataset.Dispose();
        }
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (var i = 0L; i < count; i++)
        {
            yield return i;
        }
    }

    private static void Release(IReadOnlyList<IDisposable> tensors)
    {
        foreach (var tensor in tensors)
        {
            tensor.Dispose();
        }
    }

    // The samples' tensors go at once; those of the batch are handed back, in no scope, as the caller's may close first.
    private (S Batch, IReadOnlyList<IDisposable> Tensors) Read(long[] numbers)
    {
        using var samplesScope = NewDisposeScope();
        var samples = Array.ConvertAll(numbers, dataset.GetTensor);
        using var batchScope = NewDisposeScope();
        var batch = collate_fn(samples, Device);
        var tensors = batchScope.DisposablesView.ToArray();
        batchScope.Detach(tensors);
        return (batch, tensors);
    }
}
