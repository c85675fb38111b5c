using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Every parameter of some modules laid end to end in one buffer, and every gradient in another: the modules' own parameters and their
/// gradients become views, so a norm, an average, a copy or an optimizer's step is one operation whatever the number of parameters. The
/// buffers live as long as this: a backward pass adds to them, and no round asks the system for memory that the last one gave back.
/// Disposing this leaves the modules usable: each parameter keeps the shared memory alive. Not thread-safe.
/// </summary>
public sealed class FlatParameters : IDisposable
{
    // Each parameter starts on a 64-byte boundary for float32, as its own allocation would; the gaps stay zero.
    private const long Alignment = 16;

    private readonly Parameter[] _parameters;
    private readonly Parameter _whole;

    /// <summary>
    /// Moves the parameters of the modules into one buffer; their values do not change. Those that require no gradient are left
    /// alone: whoever froze them wants them as they are.
    /// </summary>
    /// <exception cref="ArgumentException">There is no parameter to train, or they differ in type or device.</exception>
    public FlatParameters(IEnumerable<nn.Module> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var all = modules.SelectMany(module => module.parameters()).Distinct<Parameter>(ReferenceEqualityComparer.Instance).ToArray();
        _parameters = Array.FindAll(all, parameter => parameter.requires_grad);
        CheckUniform(all, _parameters);
        Count = _parameters.Sum(parameter => parameter.numel());
        using var scope = NewDisposeScope();
        Values = zeros(_parameters.Sum(Padded), dtype: _parameters[0].dtype, device: _parameters[0].device);
        Gradients = zeros_like(Values);
        _whole = new Parameter(Values.detach(), requires_grad: true);
        scope.Detach(Values, Gradients, _whole);
        Optimized = [_whole];
        Attach();
    }

    /// <summary>All parameters, <c>[total]</c>, zero between them. Change it under <c>no_grad</c>.</summary>
    public Tensor Values { get; }

    /// <summary>All gradients, laid out as <see cref="Values"/>; what is changed in it, the optimizer will see.</summary>
    public Tensor Gradients { get; }

    /// <summary>What an optimizer updates: all parameters as one.</summary>
    public IReadOnlyList<Parameter> Optimized { get; }

    /// <summary>Trainable numbers, without the gaps.</summary>
    public long Count { get; }

    /// <summary>The modules' own parameters, in the buffers' order.</summary>
    internal IReadOnlyList<Parameter> Parts => _parameters;

    /// <summary>The gradients' Euclidean norm, a scalar.</summary>
    public Tensor GradientNorm()
    {
        using var still = no_grad();
        return Gradients.norm();
    }

    /// <summary>Sets every gradient to zero.</summary>
    public void ZeroGradients()
    {
        using var scope = NewDisposeScope();
        Gradients.zero_();
    }

    /// <summary>
    /// Makes the parameters and their gradients views of the buffers, with the values that the parameters have now. Needed again after
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
            parameter.grad = Part(Gradients, parameter, offset);
            offset += Padded(parameter);
        }

        _whole.grad = Gradients;
    }

    /// <summary>Each parameter's share of a tensor laid out as <see cref="Values"/>, in the parameter's shape.</summary>
    internal IEnumerable<Tensor> Split(Tensor flat)
    {
        var offset = 0L;
        foreach (var parameter in _parameters)
        {
            yield return Part(flat, parameter, offset);
            offset += Padded(parameter);
        }
    }

    /// <summary>Shows a probe what it is to see.</summary>
    internal void ShowTo(FiniteProbe probe, bool values, bool gradients)
    {
        if (values)
        {
            probe.Add(Values);
        }

        if (gradients)
        {
            probe.Add(Gradients);
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
        Gradients.Dispose();
        _whole.Dispose();
    }

    private static Tensor Part(Tensor buffer, Parameter parameter, long offset) =>
        buffer.narrow(0, offset, parameter.numel()).view(parameter.shape);

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
