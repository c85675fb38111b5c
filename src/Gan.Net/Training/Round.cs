using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>One round of a game, while it is played: what is measured and watched in it.</summary>
public abstract class Round : IDisposable
{
    private readonly Dictionary<string, Tensor>? _measures;
    private readonly List<(string Name, Tensor Values)> _watched = [];

    private protected Round(bool reported) => _measures = reported ? [] : null;

    /// <summary>Whether somebody will read this round's measures.</summary>
    public bool IsReported => _measures is not null;

    /// <summary>What the step in hand had looked at, by name.</summary>
    internal IReadOnlyList<(string Name, Tensor Values)> Watched => _watched;

    /// <summary>Holds what lives until the round ends.</summary>
    private protected DisposeScope Scope { get; } = NewDisposeScope();

    /// <summary>Keeps a tensor made in a step until the round ends.</summary>
    public Tensor Keep(Tensor tensor) => tensor.MoveToOtherDisposeScope(Scope);

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
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins a step, or a part of one whose gradients accumulate: nothing is watched yet.</summary>
    internal virtual void BeginStep(int part) => _watched.Clear();

    /// <summary>Reads the measures, which waits for the device.</summary>
    internal Dictionary<string, double> ReadMeasures() =>
        _measures?.ToDictionary(measure => measure.Key, measure => measure.Value.ToDouble(), StringComparer.Ordinal) ?? [];

    /// <summary>Disposes what was kept.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Scope.Dispose();
        }
    }
}
