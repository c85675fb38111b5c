namespace TorchSharp.Modules;

/// <summary><c>x / 6 + 1 / 2</c>, kept between 0 and 1.</summary>
public sealed class Hardsigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Hardsigmoid(bool inplace)
        : base(nameof(Hardsigmoid))
    {
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardsigmoid(tensor, inplace);
}
