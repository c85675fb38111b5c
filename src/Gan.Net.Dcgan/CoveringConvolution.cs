using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan;

/// <summary>
/// The convolution to one number whose kernel covers its input, <c>[N, in, side, side]</c> to <c>[N, 1, 1, 1]</c>, as the matrix product that it
/// is. State as of a <see cref="Conv2d"/> whose kernel has that side: <c>weight</c>, <c>[1, in, side, side]</c>.
/// </summary>
internal sealed class CoveringConvolution : nn.Module<Tensor, Tensor>, IProductLayer
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    private readonly long[] _sample;

    public CoveringConvolution(long from, long side)
        : base(nameof(CoveringConvolution))
    {
        _sample = [from, side, side];
        _weight = new Parameter(zeros(1, from, side, side));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public Parameter Weight => _weight;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ProductShape.Require(input, _sample);
        return input.reshape(-1, _weight.numel()).mm(_weight.view(-1, 1)).view(-1, 1, 1, 1);
    }
}
