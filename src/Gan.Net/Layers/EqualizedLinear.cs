using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// A linear layer with equalised learning rate (<see cref="EqualizedRate"/>): <c>[..., in]</c> to <c>[..., out]</c>.
/// State: <c>weight</c>, <c>[out, in]</c>, as it is before scaling, and <c>bias</c>, <c>[out]</c>, which starts at zero. Not thread-safe.
/// </summary>
public sealed class EqualizedLinear : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    private readonly EqualizedRate _rate;

    /// <summary>Makes the layer.</summary>
    /// <param name="inputs">Numbers coming in, at least 1.</param>
    /// <param name="outputs">Numbers going out, at least 1.</param>
    /// <param name="random">Where the weights come from; a CPU generator.</param>
    /// <param name="rate">How weights are scaled; null for the defaults.</param>
    /// <exception cref="ArgumentException">The rate breaks a rule.</exception>
    public EqualizedLinear(long inputs, long outputs, Generator random, EqualizedRate? rate = null)
        : base(nameof(EqualizedLinear))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        _rate = (rate ?? new EqualizedRate()).Validated();
        _weight = InitialWeights.Parameter(outputs, inputs);
        _bias = InitialWeights.Parameter(outputs);
        InitialWeights.Normal(_weight, 0, 1 / _rate.Multiplier, random);
        RegisterComponents();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input's last size is another.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var inputs = _weight.shape[1];
        InputShapes.Require(input.ndim > 0 && input.shape[^1] == inputs, input, $"[..., {inputs}]");
        return nn.functional.linear(input, _weight.mul(_rate.Scale(inputs)), _bias.mul(_rate.Multiplier));
    }
}
