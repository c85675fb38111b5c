using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// Endless points of a distribution in the plane. A batch is a function of seed and number alone: <c>[N, 2]</c> float32, with the
/// index of each point's mode as its label. A new distribution overrides <see cref="Draw"/>.
/// </summary>
public abstract class PointSource : IBatchSource<Batch>, ISummarizedSource
{
    private readonly DrawOptions _options;

    /// <summary>Makes the source.</summary>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    protected PointSource(DrawOptions? options) => _options = (options ?? new DrawOptions()).Checked();

    /// <inheritdoc/>
    public int BatchSize => _options.BatchSize;

    /// <summary>Null: the source is endless.</summary>
    public long? BatchesPerEpoch => null;

    /// <summary>How many modes or branches the labels tell apart, at least 1.</summary>
    public abstract int Classes { get; }

    /// <summary>The classes. How far points may lie no noise can say.</summary>
    public DataSummary Summary => new() { Classes = Classes };

    /// <summary>Where the batches are.</summary>
    protected Device Device => _options.Device;

    /// <inheritdoc/>
    public Batch GetBatch(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        using var scope = NewDisposeScope();
        var (points, labels) = DrawAll(BatchSize, Streams.Start(_options.Seed, Streams.Points, index));
        return new Batch(scope.MoveToOuter(points.to(Device)), scope.MoveToOuter(labels.to(Device)));
    }

    /// <summary>A finite set of points, apart from the batches', for protocols that train on a fixed sample.</summary>
    /// <param name="count">How many, at least 1.</param>
    public TensorSampleSet CreateSet(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (points, labels) = DrawAll(count, Streams.Start(_options.Seed, Streams.PointSet, 0));
        return new TensorSampleSet(points, labels, Classes);
    }

    /// <summary>Does nothing unless the distribution holds tensors.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Draws one point.</summary>
    /// <param name="random">The batch's random numbers.</param>
    /// <returns>The point, and the index of the mode or branch it belongs to.</returns>
    protected abstract (double X, double Y, int Label) Draw(SeededRandom random);

    /// <summary>Disposes what the distribution holds.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    private (Tensor Points, Tensor Labels) DrawAll(int count, SeededRandom random)
    {
        var points = new float[2 * count];
        var labels = new long[count];
        for (var i = 0; i < count; i++)
        {
            var (x, y, label) = Draw(random);
            (points[2 * i], points[2 * i + 1], labels[i]) = ((float)x, (float)y, label);
        }

        return (tensor(points, [count, 2]), tensor(labels));
    }
}
