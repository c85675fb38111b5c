namespace TorchSharp.Modules;

/// <summary><c>max(0, x) + min(0, alpha (exp(x / alpha) - 1))</c>.</summary>
public sealed class CELU : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal CELU(double alpha, bool inplace)
        : base(nameof(CELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    public double alpha { get; set; }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.celu(tensor, alpha, inplace);
}
