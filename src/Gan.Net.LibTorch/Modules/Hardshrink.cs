namespace TorchSharp.Modules;

/// <summary><c>x</c> where its magnitude is above <c>lambda</c>, 0 elsewhere.</summary>
public sealed class Hardshrink : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Hardshrink(double lambda)
        : base(nameof(Hardshrink))
    {
        this.lambda = lambda;
    }

    public double lambda { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardshrink(tensor, lambda);
}
