namespace TorchSharp.Modules;

/// <summary>Divides each channel by the power of its neighbours: <c>[N, C, ...]</c>.</summary>
public sealed class LocalResponseNorm : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal LocalResponseNorm(long size, double alpha, double beta, double k)
        : base(nameof(LocalResponseNorm))
    {
        (this.size, this.alpha, this.beta, this.k) = (size, alpha, beta, k);
    }

    public long size { get; set; }

    public double alpha { get; set; }

    public double beta { get; set; }

    public double k { get; set; }

    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.local_response_norm(input, size, alpha, beta, k);
}
