using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Adam whose step is one pass over memory where TorchSharp's own makes nine: libtorch's fused operation, which TorchSharp does not name and a
/// line of TorchScript reaches. The same on every layout of the parameters, bit for bit. Remembers what <see cref="Adam"/> does, in the same
/// places.
/// </summary>
internal sealed class FusedAdam : Adam
{
    // The operation rounds the numbers behind the last full vector otherwise; what is no multiple of this goes through a padded copy.
    private const long Block = 16;

    private const string Script = """
        def step(values: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, decay: float, epsilon: float):
            torch._fused_adam_(values, gradients, means, squares, [], steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)


        """;

    private static readonly Lazy<jit.CompilationUnit> Unit = new(() => jit.compile(Script));

    private readonly CachedScalars _settings = new();
    private readonly List<Tensor> _counts = [];

    public FusedAdam(IReadOnlyList<Parameter> parameters, double rate, double beta1, double beta2, double epsilon, double decay)
        : base(parameters, rate, beta1, beta2, epsilon, decay)
    {
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _settings.Dispose();
            _counts.ForEach(count => count.Dispose());
        }
    }

    private void Step(ParamGroup group)
    {
        var options = (Options)group.Options;
        var settings = _settings.Of(options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.weight_decay!.Value, options.eps!.Value);
        var index = 0;
        foreach (var parameter in group.Parameters)
        {
            if (parameter.grad is { } gradient)
            {
                var state = (State)_state[parameter.Handle];
                state.step++;
                Step(parameter, gradient, state, Count(index++, parameter, state.step), settings);
            }
        }
    }

    private static void Step(Tensor values, Tensor gradient, State state, Tensor count, Scalar[] settings)
    {
        var gap = (Block - (values.numel() % Block)) % Block;
        if (gap == 0 && values.is_contiguous() && gradient.is_contiguous())
        {
            Invoke(values, gradient, state.exp_avg, state.exp_avg_sq, count, settings);
            return;
        }

        Tensor[] own = [values, state.exp_avg, state.exp_avg_sq];
        var padded = Array.ConvertAll(own, tensor => Padded(tensor, gap));
        Invoke(padded[0], Padded(gradient, gap), padded[1], padded[2], count, settings);
        for (var i = 0; i < own.Length; i++)
        {
            own[i].copy_(padded[i].narrow(0, 0, values.numel()).view(values.shape));
        }
    }

    private static void Invoke(Tensor values, Tensor gradient, Tensor mean, Tensor square, Tensor count, Scalar[] settings) => Unit.Value.invoke(
        "step", new[] { values }, new[] { gradient }, new[] { mean }, new[] { square }, new[] { count }, settings[0], settings[1], settings[2], settings[3], settings[4]);

    private static Tensor Padded(Tensor tensor, long gap) => nn.functional.pad(tensor.detach().reshape(-1), (0, gap));

    // The operation takes the number of the step as a tensor beside the parameter.
    private Tensor Count(int index, Tensor parameter, long step)
    {
        if (index == _counts.Count)
        {
            _counts.Add(zeros(1, dtype: ScalarType.Float32, device: parameter.device).squeeze().DetachFromDisposeScope());
        }

        return _counts[index].fill_((Scalar)(double)step);
    }
}
