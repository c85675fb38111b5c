namespace TorchSharp.Modules;

/// <summary><c>x sigmoid(x)</c>.</summary>
public sealed class SiLU : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal SiLU(bool inplace)
        : base(nameof(SiLU))
    {
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.silu(tensor, inplace);

    public override string GetName() => nameof(SiLU);
}
