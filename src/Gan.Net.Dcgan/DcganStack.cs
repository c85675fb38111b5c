using Gan.Net.Layers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Dcgan;

/// <summary>
/// Layers one after another, of which conditional batch norms are given the labels too. State as of a <c>Sequential</c>:
/// <c>0.weight</c>, and so on. Owns the layers.
/// </summary>
internal sealed class DcganStack : Module<Tensor, Tensor, Tensor>
{
    private readonly IReadOnlyList<Module> _layers;

    public DcganStack(IReadOnlyList<Module> layers)
        : base(nameof(DcganStack))
    {
        _layers = layers;
        for (var i = 0; i < layers.Count; i++)
        {
            register_module($"{i}", layers[i]);
        }
    }

    public override Tensor forward(Tensor input1, Tensor input2) =>
        _layers.Aggregate(input1, (values, layer) => layer is ConditionalBatchNorm2d norm ? norm.call(values, input2) : ((Module<Tensor, Tensor>)layer).call(values));
}
