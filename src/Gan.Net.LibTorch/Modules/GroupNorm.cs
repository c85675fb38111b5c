using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Normalises groups of channels of each sample: <c>[N, C, ...]</c>.</summary>
public sealed class GroupNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightParameter;

    [ComponentName(Name = nameof(bias))]
    private Parameter? biasParameter;

    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
        if (affine)
        {
            weight = new Parameter(ModuleTensors.Filled(1, [num_channels], dtype, device));
            bias = new Parameter(ModuleTensors.Filled(0, [num_channels], dtype, device));
        }
    }

    public long num_groups { get; set; }

    public double eps { get; set; }

    public bool affine { get; set; }

    public Parameter weight
    {
        get => weightParameter!;
        set => ModuleParameters.Set(ref weightParameter, value, this, nameof(weight));
    }

    public Parameter? bias
    {
        get => biasParameter;
        set => ModuleParameters.Set(ref biasParameter, value, this, nameof(bias));
    }

    /// <exception cref="ArgumentException">The input has fewer than three dimensions.</exception>
    public override torch.Tensor forward(torch.Tensor tensor)
    {
        if (tensor.Dimensions < 3)
        {
            throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.Dimensions}");
        }

        return torch.nn.functional.group_norm(tensor, num_groups, weightParameter, biasParameter, eps);
    }
}
