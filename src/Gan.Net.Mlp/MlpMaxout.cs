using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Mlp;

/// <summary>The largest of several linear layers at each output: <c>[N, inputs]</c> to <c>[N, outputs]</c>. Owns the layer that holds them all.</summary>
internal sealed class MlpMaxout : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "pieces")]
    private readonly nn.Module<Tensor, Tensor> _pieces;

    private readonly long _count;

    public MlpMaxout(nn.Module<Tensor, Tensor> pieces, long count)
        : base(nameof(MlpMaxout))
    {
        _pieces = pieces;
        _count = count;
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _pieces.call(input).view(input.shape[0], -1, _count).amax([2]);
}
