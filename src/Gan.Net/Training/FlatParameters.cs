using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Every parameter of some modules laid end to end in one buffer: the modules' own parameters become views of it, so a norm, an
/// average or a copy is one operation whatever the number of parameters. Small parameters share a gradient buffer too, and one
/// optimizer step; a large one keeps the gradient tensor the backward pass made for it, which saves clearing a buffer and adding to it.
/// Disposing this leaves the modules usable: each parameter keeps the shared memory alive. Not thread-safe.
/// </summary>
public sealed class FlatParameters : IDisposable
{
    // Each parameter starts on a 64-byte boundary for float32, as its own allocation would; the gaps stay zero.
    private const long Alignment = 16;

    // From this many numbers on, passing over a gradient costs more than the operations it takes to keep it apart.
    private const long LargeFrom = 1 << 16;

    private readonly Parameter[] _parameters;  // the large ones first
    private readonly long _smallFrom;
    private readonly int _largeCount;
    private readonly Parameter? _small;
    private Tensor? _smallGradients;
    private Tensor? _allGradients;
    private bool _joined;

    /// <summary>
    /// Moves the parameters of the modules into one buffer; their values do not change. Those that require no gradient are left
    /// alone: whoever froze them wants them as they are.
    /// </summary>
    /// <exception cref="ArgumentException">There is no parameter to train, or they differ in type or device.</exception>
    public FlatParameters(IEnumerable<nn.Module> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var all = modules.SelectMany(module => module.parameters()).Distinct<Parameter>(ReferenceEqualityComparer.Instance).ToArray();
        var trainable = Array.FindAll(all, parameter => parameter.requires_grad);
        CheckUniform(all, trainable);
        _parameters = [.. trainable.Where(IsLarge), .. trainable.Where(parameter => !IsLarge(parameter))];
        _largeCount = trainable.Count(IsLarge);
        _smallFrom = _parameters.Take(_largeCount).Sum(Padded);
        Count = _parameters.Sum(parameter => parameter.numel());
        var total = _parameters.Sum(Padded);
        using var scope = NewDisposeScope();
        Values = zeros(total, dtype: _parameters[0].dtype, device: _parameters[0].device).DetachFromDisposeScope();
        if (total > _smallFrom)
        {
            _small = new Parameter(Values.narrow(0, _smallFrom, total - _smallFrom), requires_grad: true);
            _smallGradients = zeros_like(_small);
            scope.Detach(_small, _smallGradients);
        }

        Optimized = _small is null ? _parameters[.._largeCount] : [.. _parameters[.._largeCount], _small];
        Attach();
    }

    /// <summary>All parameters, <c>[total]</c>, zero between them. Change it under <c>no_grad</c>.</summary>
    public Tensor Values { get; }

    /// <summary>What an optimizer updates: every large parameter, and all small ones as one.</summary>
    public IReadOnlyList<Parameter> Optimized { get; }

    /// <summary>Trainable numbers, without the gaps.</summary>
    public long Count { get; }

    /// <summary>The modules' own parameters, in the buffers' order.</summary>
    internal IReadOnlyList<Parameter> Parts => _parameters;

    /// <summary>
    /// All gradients, laid out as <see cref="Values"/>; what is changed in it, the optimizer will see. Asking joins them, which copies
    /// the large ones.
    /// </summary>
    public Tensor Gradients
    {
        get
        {
            if (!_joined)
            {
                JoinGradients();
                _joined = true;
            }

            return _allGradients!;
        }
    }

    /// <summary>The gradients' Euclidean norm, a scalar. Nothing is joined for it.</summary>
    /// <exception cref="InvalidOperationException">No backward pass was made since the gradients were cleared.</exception>
    public Tensor GradientNorm()
    {
        using var still = no_grad();
        var norms = new Tensor[Optimized.Count];
        for (var i = 0; i < norms.Length; i++)
        {
            norms[i] = (Optimized[i].grad ?? throw new InvalidOperationException("There are no gradients: no backward pass was made.")).norm();
        }

        return norms.Length == 1 ? norms[0] : stack(norms).norm();
    }

    /// <summary>Sets every gradient to zero, or leaves none where the next backward pass makes one.</summary>
    public void ZeroGradients()
    {
        using var scope = NewDisposeScope();
        _smallGradients?.zero_();
        ReleaseGradients();
    }

    /// <summary>Gives back the memory of gradients that the next backward pass makes anew; the others stay as they are.</summary>
    internal void ReleaseGradients()
    {
        for (var i = 0; i < _largeCount; i++)
        {
            _parameters[i].grad = null;
        }

        _joined = false;
    }

    /// <summary>
    /// Makes the parameters views of the buffers, with the values they have now, and the small ones' gradients too. Needed again after
    /// somebody else moved the parameters to a buffer of their own or dropped the gradients; harmless otherwise.
    /// </summary>
    internal void Attach()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var offset = 0L;
        foreach (var parameter in _parameters)
        {
            var values = Part(Values, parameter, offset);
            values.copy_(parameter);
            parameter.set_(values);
            offset += Padded(parameter);
        }

        AttachSmallGradients();
    }

    /// <summary>Gives a zero gradient to those that the last backward pass did not reach. Call it after the pass.</summary>
    internal void CompleteGradients()
    {
        for (var i = 0; i < _largeCount; i++)
        {
            using var gradient = _parameters[i].grad;
            if (gradient is null)
            {
                using var zero = zeros_like(_parameters[i]);
                _parameters[i].grad = zero;
            }
        }
    }

    /// <summary>Each parameter's share of a tensor laid out as <see cref="Values"/>, in the parameter's shape.</summary>
    internal IEnumerable<Tensor> Split(Tensor flat)
    {
        var offset = 0L;
        foreach (var parameter in _parameters)
        {
            yield return flat.narrow(0, offset, parameter.numel()).view(parameter.shape);
            offset += Padded(parameter);
        }
    }

    /// <summary>Shows the parameters to a probe, and their gradients too if it is to see them.</summary>
    internal void ShowTo(FiniteProbe probe, bool gradients)
    {
        probe.Add(Values);
        if (!gradients)
        {
            return;
        }

        for (var i = 0; i < Optimized.Count; i++)
        {
            if (Optimized[i].grad is { } gradient)
            {
                probe.Add(gradient);
            }
        }
    }

    /// <summary>Says whether a backward pass adds to these gradients.</summary>
    internal void SetTrainable(bool trainable)
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            _parameters[i].requires_grad = trainable;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Values.Dispose();
        _small?.Dispose();
        _smallGradients?.Dispose();
        _allGradients?.Dispose();
    }

    private void JoinGradients()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        if (_allGradients is null)
        {
            _allGradients = zeros_like(Values).DetachFromDisposeScope();
            MoveSmallGradients(_allGradients);
        }

        var offset = 0L;
        for (var i = 0; i < _largeCount; i++)
        {
            var joined = Part(_allGradients, _parameters[i], offset);
            _ = _parameters[i].grad is { } gradient ? joined.copy_(gradient) : joined.zero_();
            _parameters[i].grad = joined;
            offset += Padded(_parameters[i]);
        }
    }

    private void MoveSmallGradients(Tensor all)
    {
        if (_smallGradients is not null)
        {
            var place = all.narrow(0, _smallFrom, _smallGradients.numel()).DetachFromDisposeScope();
            place.copy_(_smallGradients);
            _smallGradients.Dispose();
            _smallGradients = place;
            AttachSmallGradients();
        }
    }

    private void AttachSmallGradients()
    {
        if (_small is null)
        {
            return;
        }

        var offset = 0L;
        for (var i = _largeCount; i < _parameters.Length; i++)
        {
            _parameters[i].grad = Part(_smallGradients!, _parameters[i], offset);
            offset += Padded(_parameters[i]);
        }

        _small.grad = _smallGradients;
    }

    private static Tensor Part(Tensor buffer, Parameter parameter, long offset) =>
        buffer.narrow(0, offset, parameter.numel()).view(parameter.shape);

    // Without a gap behind it, so that what an optimizer remembers of the parts lies end to end as the values do.
    private static bool IsLarge(Parameter parameter) => parameter.numel() >= LargeFrom && parameter.numel() % Alignment == 0;

    private static long Padded(Parameter parameter) => (parameter.numel() + Alignment - 1) / Alignment * Alignment;

    private static void CheckUniform(Parameter[] all, Parameter[] parameters)
    {
        if (parameters.Length == 0)
        {
            throw new ArgumentException(all.Length == 0
                ? "The modules have no parameters. A child module must sit in a field before RegisterComponents() is called."
                : $"All {all.Length} parameters of the modules are frozen. Set requires_grad on those to train.");
        }

        var first = parameters[0];
        foreach (var parameter in parameters)
        {
            if (parameter.dtype != first.dtype || parameter.device.ToString() != first.device.ToString())
            {
                throw new ArgumentException(
                    $"The parameters of one player must share a type and a device; found {first.dtype} on {first.device} and {parameter.dtype} on {parameter.device}. Move the module before training.");
            }
        }
    }
}
