namespace TorchSharp.Modules;

/// <summary>Exponentials that sum to one along <c>dim</c>.</summary>
public sealed class Softmax : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Softmax(long dim)
        : base(nameof(Softmax))
    {
        this.dim = dim;
    }

    public long dim { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmax(tensor, dim);
}
