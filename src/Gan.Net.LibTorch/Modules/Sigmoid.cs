namespace TorchSharp.Modules;

/// <summary><c>1 / (1 + exp(-x))</c>.</summary>
public sealed class Sigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid))
    {
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.sigmoid(tensor, inplace);
}
