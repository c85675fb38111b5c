using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Layers;

/// <summary>
/// Self-attention (Zhang et al. 2019, SAGAN, in BigGAN's form): images <c>[N, C, H, W]</c> to the same, each position joined by what it
/// attends to in the others: x + γ · output(attention · value). Keys and values are max-pooled to a quarter of the positions; γ starts
/// at zero, so the layer starts as the identity. State: <c>gamma</c> and the 1×1 convolutions <c>query</c>, <c>key</c> (C to C/8),
/// <c>value</c> (C to C/2) and <c>output</c> (C/2 to C), without biases, as <c>query.layer.weight</c> with <see
/// cref="WeightNorm.Spectral"/> and <c>query.weight</c> without. Not thread-safe.
/// </summary>
public sealed class SelfAttention : Module<Tensor, Tensor>
{
    [ComponentName(Name = "query")]
    private readonly Module<Tensor, Tensor> _query;

    [ComponentName(Name = "key")]
    private readonly Module<Tensor, Tensor> _key;

    [ComponentName(Name = "value")]
    private readonly Module<Tensor, Tensor> _value;

    [ComponentName(Name = "output")]
    private readonly Module<Tensor, Tensor> _output;

    [ComponentName(Name = "gamma")]
    private readonly Parameter _gamma;

    private readonly long _channels;

    /// <summary>Makes the layer with convolutions from N(0, 1/inputs).</summary>
    /// <param name="channels">C, a multiple of 8.</param>
    /// <param name="random">Where the weights come from; a CPU generator.</param>
    /// <param name="norm">What normalises the convolutions. Default <see cref="WeightNorm.Spectral"/>, the paper's.</param>
    /// <exception cref="ArgumentException">The channels are not a positive multiple of 8.</exception>
    public SelfAttention(long channels, Generator random, WeightNorm norm = WeightNorm.Spectral)
        : base(nameof(SelfAttention))
    {
        if (channels < 1 || channels % 8 != 0)
        {
            throw new ArgumentException($"{nameof(SelfAttention)} takes a multiple of 8 channels; was {channels}.", nameof(channels));
        }

        _channels = channels;
        _query = Convolution(channels, channels / 8, random, norm);
        _key = Convolution(channels, channels / 8, random, norm);
        _value = Convolution(channels, channels / 2, random, norm);
        _output = Convolution(channels / 2, channels, random, norm);
        _gamma = InitialWeights.Parameter(1);
        RegisterComponents();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input is not <c>[N, C, H, W]</c>, at least 2 pixels each way.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        InputShapes.Require(
            input.ndim == 4 && input.shape[1] == _channels && input.shape[2] > 1 && input.shape[3] > 1, input, $"[N, {_channels}, H, W] of at least 2 by 2");
        var query = _query.call(input).flatten(2);
        var key = functional.max_pool2d(_key.call(input), 2).flatten(2);
        var value = functional.max_pool2d(_value.call(input), 2).flatten(2);
        var attention = query.transpose(1, 2).bmm(key).softmax(-1);
        var attended = value.bmm(attention.transpose(1, 2)).view(input.shape[0], _channels / 2, input.shape[2], input.shape[3]);
        return input.add(_output.call(attended).mul(_gamma));
    }

    private static Module<Tensor, Tensor> Convolution(long from, long to, Generator random, WeightNorm norm)
    {
        var convolution = Conv2d(from, to, kernel_size: 1, bias: false);
        InitialWeights.Normal(convolution.weight, 0, 1 / Math.Sqrt(from), random);
        return norm == WeightNorm.Spectral ? new SpectralNorm(convolution, random) : convolution;
    }
}
