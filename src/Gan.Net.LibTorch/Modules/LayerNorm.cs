using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Normalises each sample over its last dimensions, <c>normalized_shape</c>.</summary>
public sealed class LayerNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightParameter;

    [ComponentName(Name = nameof(bias))]
    private Parameter? biasParameter;

    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
        if (elementwise_affine)
        {
            weight = ModuleTensors.EmptyParameter(normalized_shape, dtype, device);
            if (bias)
            {
                this.bias = ModuleTensors.EmptyParameter(normalized_shape, dtype, device);
            }
        }

        reset_parameters();
    }

    public long[] normalized_shape { get; set; }

    public double eps { get; set; }

    public bool elementwise_affine { get; set; }

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

    public void reset_parameters()
    {
        if (weightParameter is not null)
        {
            torch.nn.init.ones_(weightParameter);
        }

        if (biasParameter is not null)
        {
            torch.nn.init.zeros_(biasParameter);
        }
    }

    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.layer_norm(tensor, normalized_shape, weightParameter, biasParameter, eps);
}
