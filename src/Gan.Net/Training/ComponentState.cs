using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// What one part of a game remembers between steps, as tensors with names: running means, counts, averaged weights. The trainer
/// owns it (<see cref="AlternatingTrainer{TBatch}.States"/>; a regularizer finds its own in the pass); a checkpoint saves and sets its
/// tensors. Not thread-safe.
/// </summary>
public sealed class ComponentState : IDisposable
{
    private readonly SortedDictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);

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
        _tensors.GetValueOrDefault(name)?.Dispose();
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

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _tensors.Values)
        {
            tensor.Dispose();
        }

        _tensors.Clear();
    }
}
