namespace TorchSharp.Modules;

/// <summary><c>log(1 + exp(beta x)) / beta</c>, and <c>x</c> itself where <c>beta x</c> is above the threshold.</summary>
public sealed class Softplus : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Softplus(double beta, double threshold)
        : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    public double beta { get; set; }

    public double threshold { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softplus(tensor, beta, threshold);
}
