using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary><c>x W^T + b</c> over the last dimension: <c>[..., in_features]</c> to <c>[..., out_features]</c>.</summary>
public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightParameter;

    [ComponentName(Name = nameof(bias))]
    private Parameter? biasParameter;

    internal Linear(Parameter weight, Parameter? bias = null)
        : base(nameof(Linear))
    {
        (out_features, in_features) = (weight.SizeAt(0), weight.SizeAt(1));
        this.weight = weight;
        if (bias is not null)
        {
            this.bias = bias;
        }
    }

    internal Linear(long inputSize, long outputSize, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(Linear))
    {
        (in_features, out_features) = (inputSize, outputSize);
        weight = ModuleTensors.EmptyParameter([outputSize, inputSize], dtype, device);
        torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (hasBias)
        {
            bias = ModuleTensors.EmptyParameter([outputSize], dtype, device);
            var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
            torch.nn.init.uniform_(bias, -bound, bound);
        }
    }

    public long in_features { get; set; }

    public long out_features { get; set; }

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

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.linear(tensor, weightParameter!, biasParameter);
}
