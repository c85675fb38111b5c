namespace TorchSharp.Modules;

/// <summary>The dropout that keeps mean and variance, for nets of SELUs.</summary>
public sealed class AlphaDropout : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal AlphaDropout(double p, bool inplace)
        : base(nameof(AlphaDropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public double p { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.alpha_dropout(tensor, p, training, inplace);
}
