namespace TorchSharp.Modules;

/// <summary><c>x tanh(softplus(x))</c>.</summary>
public sealed class Mish : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Mish(bool inplace)
        : base(nameof(Mish))
    {
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.mish(tensor, inplace);
}
