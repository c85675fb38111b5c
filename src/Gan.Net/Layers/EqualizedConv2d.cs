using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// A convolution with equalised learning rate (<see cref="EqualizedRate"/>): <c>[N, in, H, W]</c> to <c>[N, out, H', W']</c>. State:
/// <c>weight</c>, <c>[out, in, k, k]</c>, as it is before scaling, and <c>bias</c>, <c>[out]</c>, which starts at zero. Not
/// thread-safe.
/// </summary>
public sealed class EqualizedConv2d : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    private readonly EqualizedRate _rate;

    /// <summary>Makes the layer.</summary>
    /// <param name="channels">Channels coming in and going out, each at least 1.</param>
    /// <param name="kernel">The kernel's height and width, at least 1.</param>
    /// <param name="random">Where the weights come from; a CPU generator.</param>
    /// <param name="rate">How weights are scaled; null for the defaults.</param>
    /// <exception cref="ArgumentException">The rate breaks a rule.</exception>
    public EqualizedConv2d((long In, long Out) channels, int kernel, Generator random, EqualizedRate? rate = null)
        : base(nameof(EqualizedConv2d))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels.In, 1, nameof(channels));
        ArgumentOutOfRangeException.ThrowIfLessThan(channels.Out, 1, nameof(channels));
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel, 1);
        _rate = (rate ?? new EqualizedRate()).Validated();
        _weight = InitialWeights.Parameter(channels.Out, channels.In, kernel, kernel);
        _bias = InitialWeights.Parameter(channels.Out);
        InitialWeights.Normal(_weight, 0, 1 / _rate.Multiplier, random);
        Padding = kernel / 2;
        RegisterComponents();
    }

    /// <summary>Pixels between two places of the kernel, at least 1. Default 1.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>
    /// Zeros added on each side, at least 0. Default half the kernel, rounded down, which keeps the size with odd kernels and stride 1.
    /// </summary>
    public int Padding { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input is not <c>[N, in, H, W]</c>.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        InputShapes.Require(input.ndim == 4 && input.shape[1] == _weight.shape[1], input, $"[N, {_weight.shape[1]}, H, W]");
        var scale = _rate.Scale(_weight.shape[1] * _weight.shape[2] * _weight.shape[3]);
        return nn.functional.conv2d(input, _weight.mul(scale), _bias.mul(_rate.Multiplier), strides: [Stride, Stride], padding: [Padding, Padding]);
    }
}
