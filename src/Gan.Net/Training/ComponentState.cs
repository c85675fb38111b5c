using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// What one part of a game remembers between steps, as tensors with names: running means, counts, averaged weights. The trainer
/// owns it (<see cref="Trainer.States"/>; a regularizer finds its own in the pass); a checkpoint saves and sets its
/// tensors. What is set while a step is computed is taken back if the step is not taken; change the tensors through <see cref="Set"/>
/// alone. Not thread-safe.
/// </summary>
public sealed class ComponentState : IDisposable
{
    private readonly SortedDictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tensor?> _replaced = [];
    private bool _revocable;

    /// <summary>What is remembered now. The state owns the tensors.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors => _tensors;

    /// <summary>The tensor of this name, or null when there is none yet. The state owns it.</summary>
    public Tensor? Find(string name) => _tensors.GetValueOrDefault(name);

    /// <summary>
    /// Remembers a copy of a tensor's values, without its graph, in place of what the name stood for. The state owns the result.
    /// </summary>
    public Tensor Set(string name, Tensor value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        using var scope = NewDisposeScope();
        var kept = value.detach().clone().DetachFromDisposeScope();
        var old = _tensors.GetValueOrDefault(name);
        if (!_revocable || !_replaced.TryAdd(name, old))
        {
            old?.Dispose();
        }

        return _tensors[name] = kept;
    }

    /// <summary>A state that remembers the same and goes its own way. The caller owns it.</summary>
    internal ComponentState Copy()
    {
        var copy = new ComponentState();
        foreach (var (name, value) in _tensors)
        {
            copy.Set(name, value);
        }

        return copy;
    }

    /// <summary>From now on what is set can be taken back.</summary>
    internal void Begin() => _revocable = true;

    /// <summary>Lets stand what was set since <see cref="Begin"/>.</summary>
    internal void Keep()
    {
        _revocable = false;
        if (_replaced.Count > 0)
        {
            foreach (var old in _replaced.Values)
            {
                old?.Dispose();
            }

            _replaced.Clear();
        }
    }

    /// <summary>Takes back what was set since <see cref="Begin"/>.</summary>
    internal void Undo()
    {
        _revocable = false;
        foreach (var (name, old) in _replaced)
        {
            _tensors[name].Dispose();
            _tensors.Remove(name);
            if (old is not null)
            {
                _tensors.Add(name, old);
            }
        }

        _replaced.Clear();
    }

    /// <summary>Remembers these tensors, which become the state's own, and nothing else.</summary>
    internal void Replace(IReadOnlyDictionary<string, Tensor> tensors)
    {
        Dispose();
        foreach (var (name, tensor) in tensors)
        {
            _tensors.Add(name, tensor);
        }
    }


    /// <inheritdoc/>
    public void Dispose()
    {
        Keep();
        foreach (var tensor in _tensors.Values)
        {
            tensor.Dispose();
        }

        _tensors.Clear();
    }
}
