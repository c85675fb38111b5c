namespace TorchSharp.Modules;

/// <summary>The softmax of <c>-x</c> along <c>dim</c>.</summary>
public sealed class Softmin : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Softmin(long dim)
        : base(nameof(Softmin))
    {
        this.dim = dim;
    }

    public long dim { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmin(tensor, dim);
}
