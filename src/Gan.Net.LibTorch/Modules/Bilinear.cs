using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary><c>x1^T A x2 + b</c> over the last dimensions of two inputs.</summary>
public sealed class Bilinear : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? weightParameter;

    [ComponentName(Name = nameof(bias))]
    private Parameter? biasParameter;

    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
        var bound = 1 / Math.Sqrt(in1_features);
        weight = ModuleTensors.EmptyParameter([out_features, in1_features, in2_features], dtype, device);
        torch.nn.init.uniform_(weight, -bound, bound);
        if (hasBias)
        {
            bias = ModuleTensors.EmptyParameter([out_features], dtype, device);
            torch.nn.init.uniform_(bias, -bound, bound);
        }
    }

    public long in1_features { get; set; }

    public long in2_features { get; set; }

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

    public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
        torch.nn.functional.bilinear(input1, input2, weightParameter!, biasParameter);
}
