namespace TorchSharp.Modules;

/// <summary><c>min(max(0, x), 6)</c>.</summary>
public sealed class ReLU6 : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal ReLU6(bool inplace)
        : base(nameof(ReLU6))
    {
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.relu6(tensor, inplace);
}
