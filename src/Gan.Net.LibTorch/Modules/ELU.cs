namespace TorchSharp.Modules;

/// <summary><c>x</c> where positive, <c>alpha (exp(x) - 1)</c> elsewhere.</summary>
public sealed class ELU : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    public double alpha { get; set; }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.elu(tensor, alpha, inplace);
}
