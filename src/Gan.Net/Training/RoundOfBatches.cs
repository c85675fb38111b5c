using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>One round of a game, while it is played: its batches, and what is measured in it.</summary>
/// <typeparam name="TBatch">What a step takes.</typeparam>
public sealed class Round<TBatch> : Round
    where TBatch : class, IBatch
{
    private readonly IBatchSource<TBatch> _source;
    private readonly Device _device;
    private readonly ICollective _collective;
    private readonly List<TBatch?> _batches = [];
    private int _part;

    internal Round(IBatchSource<TBatch> source, long nextBatch, Device device, ICollective collective, bool reported)
        : base(reported)
    {
        _source = source;
        _device = device;
        _collective = collective;
        NextBatchIndex = nextBatch;
    }

    /// <summary>
    /// The batch drawn last, on the trainer's device; the round's first, if none was drawn yet. When gradients accumulate, the one drawn last for the same
    /// part of a step, so that all players see the same. Owned by the round.
    /// </summary>
    public TBatch Batch => Drawn ?? NextBatch();

    /// <summary>Samples in the batch drawn last, or in a full batch when none was drawn yet.</summary>
    public long BatchSize => Drawn?.Size ?? _source.BatchSize;

    internal long NextBatchIndex { get; private set; }

    internal long SamplesDrawn { get; private set; }

    // The batch drawn last for this part of a step.
    private TBatch? Drawn
    {
        get => _part < _batches.Count ? _batches[_part] : null;
        set
        {
            while (_batches.Count <= _part)
            {
                _batches.Add(null);
            }

            _batches[_part] = value;
        }
    }

    /// <summary>Draws the next batch in place of the last one, and moves it to the trainer's device. Owned by the round.</summary>
    public TBatch NextBatch()
    {
        Drawn?.Dispose();
        TBatch batch;
        using (var scope = NewDisposeScope())
        {
            // Several processes share the numbers: each takes every Size-th batch.
            batch = RunChecks.BatchOf(_source, (NextBatchIndex++ * _collective.Size) + _collective.Rank, _device);
            scope.MoveToOther(Scope, scope.DisposablesView);
        }

        Drawn = batch;
        SamplesDrawn += batch.Size * _collective.Size;
        return batch;
    }

    /// <inheritdoc/>
    internal override void BeginStep(int part)
    {
        base.BeginStep(part);
        _part = part;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _batches.ForEach(batch => batch?.Dispose());
        }

        base.Dispose(disposing);
    }
}
