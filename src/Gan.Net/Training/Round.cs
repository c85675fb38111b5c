using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>One round of a game, while it is played: its batches, and what is measured in it.</summary>
/// <typeparam name="TBatch">What a step takes.</typeparam>
public sealed class Round<TBatch> : IDisposable
    where TBatch : class, IDisposable
{
    private readonly IBatchSource<TBatch> _source;
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Dictionary<string, Tensor>? _measures;
    private readonly List<(string Name, Tensor Values)> _watched = [];
    private readonly List<TBatch?> _batches = [];
    private int _part;

    internal Round(IBatchSource<TBatch> source, long nextBatch, bool reported)
    {
        _source = source;
        NextBatchIndex = nextBatch;
        _measures = reported ? [] : null;
    }

    /// <summary>Whether somebody will read this round's measures.</summary>
    public bool IsReported => _measures is not null;

    /// <summary>
    /// The batch drawn last; the round's first, if none was drawn yet. When gradients accumulate, the one drawn last for the same part of a
    /// step, so that all players see the same. Owned by the round.
    /// </summary>
    public TBatch Batch => Drawn ?? NextBatch();

    /// <summary>Samples in the batch drawn last, or in a full batch when none was drawn yet.</summary>
    public long BatchSize => Drawn is Batch batch ? batch.Size : _source.BatchSize;

    /// <summary>What the step in hand had looked at, by name.</summary>
    internal IReadOnlyList<(string Name, Tensor Values)> Watched => _watched;

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

    /// <summary>Draws the next batch in place of the last one. Owned by the round.</summary>
    public TBatch NextBatch()
    {
        Drawn?.Dispose();
        TBatch batch;
        using (var scope = NewDisposeScope())
        {
            batch = RunChecks.BatchOf(_source, NextBatchIndex++);
            scope.MoveToOther(_scope, scope.DisposablesView);
        }

        Drawn = batch;
        SamplesDrawn += BatchSize;
        return batch;
    }

    /// <summary>Keeps a tensor made in a step until the round ends.</summary>
    public Tensor Keep(Tensor tensor) => tensor.MoveToOtherDisposeScope(_scope);

    /// <summary>Notes the mean of a tensor for the report. Nothing is computed when the round is not reported, and nothing is read yet.</summary>
    public void Measure(string name, Tensor values)
    {
        if (_measures is not null)
        {
            using var still = no_grad();
            _measures[name] = Keep(values.detach().mean());
        }
    }

    /// <summary>
    /// Has a tensor that came from outside looked at before the step in hand moves a weight: NaN or infinity in it stops the step
    /// (<see cref="NumericPolicy"/>). The tensor lives until the step is over.
    /// </summary>
    /// <param name="name">What errors call it.</param>
    /// <param name="values">The tensor.</param>
    public void Watch(string name, Tensor values) => _watched.Add((name, values));

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches.ForEach(batch => batch?.Dispose());
        _scope.Dispose();
    }

    /// <summary>Begins a step, or a part of one whose gradients accumulate: nothing is watched yet.</summary>
    internal void BeginStep(int part)
    {
        _part = part;
        _watched.Clear();
    }

    /// <summary>Reads the measures, which waits for the device.</summary>
    internal Dictionary<string, double> ReadMeasures() =>
        _measures?.ToDictionary(measure => measure.Key, measure => measure.Value.ToDouble(), StringComparer.Ordinal) ?? [];
}
