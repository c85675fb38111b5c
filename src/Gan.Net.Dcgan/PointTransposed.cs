using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan;

/// <summary>
/// The transposed convolution of a single point, <c>[N, in, 1, 1]</c> to <c>[N, out, side, side]</c>, as the matrix product that it is. State as
/// of a <see cref="ConvTranspose2d"/> whose kernel has that side: <c>weight</c>, <c>[in, out, side, side]</c>.
/// </summary>
internal sealed class PointTransposed : nn.Module<Tensor, Tensor>, IProductLayer
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    private readonly long _from;
    private readonly long[] _output;

    public PointTransposed(long from, long to, long side)
        : base(nameof(PointTransposed))
    {
        (_from, _output) = (from, [-1, to, side, side]);
        _weight = new Parameter(zeros(from, to, side, side));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public Parameter Weight => _weight;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ProductShape.Require(input, [_from, 1, 1]);
        return input.reshape(-1, _from).mm(_weight.view(_from, -1)).view(_output);
    }
}
