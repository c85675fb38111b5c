using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Reads and writes what an optimizer over <see cref="FlatParameters.Optimized"/> remembers, as tensors laid out like
/// <see cref="FlatParameters.Values"/>. The engine holds it in public fields of a type for each optimizer, one object a parameter.
/// </summary>
/// <typeparam name="TState">The engine's type.</typeparam>
internal sealed class OptimizerMemory<TState>
    where TState : OptimizerState
{
    private readonly Parameter[] _parameters;
    private readonly TState[] _states;
    private readonly Dictionary<string, Tensor> _tensors;

    /// <summary>Looks into an optimizer; for writing, with what it is to remember.</summary>
    /// <exception cref="ArgumentException">Its states are of another kind.</exception>
    public OptimizerMemory(optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor>? given = null)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        _parameters = [.. optimizer.parameters()];
        _states = optimizer is OptimizerHelper helper ? [.. helper.state_dict().State.OfType<TState>()] : [];
        _tensors = given is null ? new(StringComparer.Ordinal) : new(given, StringComparer.Ordinal);
        if (_states.Length != _parameters.Length)
        {
            throw new ArgumentException($"{optimizer.GetType().Name} has {_states.Length} states of the kind {typeof(TState).FullName} for {_parameters.Length} parameters.", nameof(optimizer));
        }
    }

    /// <summary>What was read, by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors => _tensors;

    /// <summary>Notes a count, the same for all parameters.</summary>
    public OptimizerMemory<TState> Count(string name, Func<TState, long> read)
    {
        _tensors.Add(name, tensor(read(_states[0])));
        return this;
    }

    /// <summary>Notes a tensor each parameter has; an empty one when they have none yet.</summary>
    public OptimizerMemory<TState> Tensor(string name, Func<TState, Tensor?> read)
    {
        _tensors.Add(name, Join(read) ?? empty(0));
        return this;
    }

    /// <summary>A copy of the parameters' tensors end to end, zeros where they have none yet. The caller owns it.</summary>
    public Tensor Copy(Func<TState, Tensor?> read)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var parts = _states.Zip(_parameters, (state, parameter) => (read(state) ?? zeros_like(parameter)).detach().flatten());
        return scope.MoveToOuter(cat([.. parts]).clone());  // the engine's cat of one tensor is that tensor
    }

    /// <summary>Sets a count for every parameter.</summary>
    public OptimizerMemory<TState> SetCount(string name, Action<TState, long> write)
    {
        var value = _tensors[name].ToInt64();
        Array.ForEach(_states, state => write(state, value));
        return this;
    }

    /// <summary>Sets a tensor that each parameter always has; an empty one is zeros.</summary>
    public OptimizerMemory<TState> SetTensor(string name, Func<TState, Tensor> own)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        foreach (var (state, given) in _states.Zip(Parts(name)))
        {
            _ = given is null ? own(state).zero_() : own(state).copy_(given);
        }

        return this;
    }

    /// <summary>Sets a tensor that a parameter may not have yet; an empty one is none.</summary>
    public OptimizerMemory<TState> SetOptional(string name, Func<TState, Tensor?> own, Action<TState, Tensor?> write)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        foreach (var (state, given) in _states.Zip(Parts(name)))
        {
            if (own(state) is { } present && given is not null)
            {
                present.copy_(given);
                continue;
            }

            own(state)?.Dispose();
            write(state, given?.clone().DetachFromDisposeScope());
        }

        return this;
    }

    // With one parameter this is the optimizer's own tensor.
    private Tensor? Join(Func<TState, Tensor?> read)
    {
        var parts = Array.ConvertAll(_states, state => read(state));
        if (parts.Length == 1)
        {
            return parts[0];
        }

        using var still = no_grad();
        return parts[0] is null ? null : cat(Array.ConvertAll(parts, part => part!.detach().flatten()));
    }

    private IEnumerable<Tensor?> Parts(string name)
    {
        var whole = _tensors[name];
        var offset = 0L;
        foreach (var parameter in _parameters)
        {
            yield return whole.numel() == 0 ? null : whole.narrow(0, offset, parameter.numel()).view(parameter.shape);
            offset += parameter.numel();
        }
    }
}
