namespace TorchSharp.Modules;

/// <summary>The logarithm of the softmax along <c>dim</c>.</summary>
public sealed class LogSoftmax : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal LogSoftmax(long dim)
        : base(nameof(LogSoftmax))
    {
        this.dim = dim;
    }

    public long dim { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.log_softmax(tensor, dim);
}
