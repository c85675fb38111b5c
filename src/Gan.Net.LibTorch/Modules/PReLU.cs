using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>The leaky ReLU whose slope is trained: one for all channels, or one for each.</summary>
public sealed class PReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightParameter;

    internal PReLU(long num_parameters, double init, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(PReLU))
    {
        this.init = init;
        this.num_parameters = num_parameters;
        weight = new Parameter(ModuleTensors.Filled(init, [num_parameters], dtype, device));
    }

    public long num_parameters { get; private set; }

    public double init { get; private set; }

    public Parameter weight
    {
        get => weightParameter!;
        set => ModuleParameters.Set(ref weightParameter, value, this, nameof(weight));
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.prelu(tensor, weight);

    public override string GetName() => nameof(PReLU);
}
