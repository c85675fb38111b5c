namespace TorchSharp.Modules;

/// <summary>The ELU whose two constants keep mean and variance.</summary>
public sealed class SELU : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal SELU(bool inplace)
        : base(nameof(SELU))
    {
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.selu(tensor, inplace);
}
