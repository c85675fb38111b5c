namespace TorchSharp.Modules;

/// <summary>Zeroes whole channels of <c>[N, C, H, W]</c> with probability <c>p</c> while training.</summary>
public sealed class Dropout2d : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Dropout2d(double p, bool inplace)
        : base(nameof(Dropout2d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public double p { get; set; }

    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.dropout2d(input, p, training, inplace);
}
