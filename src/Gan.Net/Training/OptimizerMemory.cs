using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Reads and writes what an optimizer remembers of its first parameter, which is a player's buffer and its only one. The engine holds it
/// in public fields of a type for each optimizer.
/// </summary>
internal sealed class OptimizerMemory
{
    private readonly Dictionary<string, Tensor> _tensors;

    private OptimizerMemory(IReadOnlyDictionary<string, Tensor> tensors) => _tensors = new(tensors, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Tensor> Read<TState>(optim.Optimizer optimizer, Action<TState, OptimizerMemory> read)
        where TState : OptimizerState
    {
        var memory = new OptimizerMemory(new Dictionary<string, Tensor>());
        read(StateOf<TState>(optimizer), memory);
        return memory._tensors;
    }

    public static void Write<TState>(optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> tensors, Action<TState, OptimizerMemory> write)
        where TState : OptimizerState
    {
        ArgumentNullException.ThrowIfNull(tensors);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        write(StateOf<TState>(optimizer), new OptimizerMemory(tensors));
    }

    public OptimizerMemory Count(string name, long value)
    {
        _tensors.Add(name, tensor(value));
        return this;
    }

    public OptimizerMemory Tensor(string name, Tensor? value)
    {
        _tensors.Add(name, value ?? empty(0));
        return this;
    }

    public long Count(string name) => _tensors[name].ToInt64();

    public void CopyTo(Tensor own, string name)
    {
        if (_tensors[name].numel() == 0)
        {
            own.zero_();
        }
        else
        {
            own.copy_(_tensors[name]);
        }
    }

    /// <summary>What a field that may be empty holds from now on.</summary>
    public Tensor? Put(Tensor? own, string name)
    {
        var given = _tensors[name];
        if (own is not null && own.numel() == given.numel())
        {
            own.copy_(given);
            return own;
        }

        own?.Dispose();
        return given.numel() == 0 ? null : given.clone().DetachFromDisposeScope();
    }

    private static TState StateOf<TState>(optim.Optimizer optimizer)
        where TState : OptimizerState
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return optimizer is OptimizerHelper helper && helper.state_dict().State is [TState state]
            ? state
            : throw new ArgumentException($"{optimizer.GetType().Name} is no optimizer over one parameter with a state of the kind {typeof(TState).FullName}.", nameof(optimizer));
    }
}
