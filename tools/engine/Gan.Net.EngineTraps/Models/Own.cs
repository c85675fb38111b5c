using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.EngineTraps.Models;

/// <summary>A module with a weight and a forward of the user's own.</summary>
internal sealed class Own : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Parameter _weight;
    private readonly Func<Tensor, Tensor, Tensor> _compute;

    public Own(long[] weight, Func<Tensor, Tensor, Tensor> compute)
        : base(nameof(Own))
    {
        _weight = new TorchSharp.Modules.Parameter(ones(weight));
        _compute = compute;
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _compute(input, _weight);
}
