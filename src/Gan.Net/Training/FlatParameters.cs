using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Every parameter of some modules laid end to end in one buffer, and their gradients in a second one. The modules' own
/// parameters become views of the buffers, so an optimizer step, a norm or a copy is one operation whatever the number of
/// parameters. Disposing this leaves the modules usable: each parameter keeps the shared memory alive.
/// </summary>
public sealed class FlatParameters : IDisposable
{
    // Each parameter starts on a 64-byte boundary for float32, as its own allocation would; the gaps stay zero.
    private const long Alignment = 16;

    private readonly Parameter[] _parameters;

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
        using var scope = NewDisposeScope();
        var first = _parameters[0];
        var total = _parameters.Sum(Padded);
        Values = new Parameter(zeros(total, dtype: first.dtype, device: first.device), requires_grad: true);
        Gradients = zeros(total, dtype: first.dtype, device: first.device);
        scope.Detach(Values, Gradients);
        Count = _parameters.Sum(parameter => parameter.numel());
        Attach();
    }

    /// <summary>All parameters, <c>[total]</c>, zero between them.</summary>
    public Parameter Values { get; }

    /// <summary>All gradients, laid out as <see cref="Values"/>.</summary>
    public Tensor Gradients { get; }

    /// <summary>Trainable numbers, without the gaps.</summary>
    public long Count { get; }

    /// <summary>The modules' own parameters, in the buffers' order.</summary>
    internal IReadOnlyList<Parameter> Parts => _parameters;

    /// <summary>Sets every gradient to zero.</summary>
    public void ZeroGradients()
    {
        using var scope = NewDisposeScope();
        Gradients.zero_();
    }

    /// <summary>
    /// Makes the parameters views of the buffers, with the values they have now, and their gradients too. Needed again after
    /// somebody else moved the parameters to a buffer of their own or dropped the gradients; harmless otherwise.
    /// </summary>
    internal void Attach()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var offset = 0L;
        foreach (var parameter in _parameters)
        {
            var values = Values.detach().narrow(0, offset, parameter.numel()).view(parameter.shape);
            values.copy_(parameter);
            parameter.set_(values);
            parameter.grad = Gradients.narrow(0, offset, parameter.numel()).view(parameter.shape);
            offset += Padded(parameter);
        }

        Values.grad = Gradients;
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
    }

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
