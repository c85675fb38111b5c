namespace TorchSharp.Modules;

/// <summary><c>x hardsigmoid(x)</c>.</summary>
public sealed class Hardswish : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Hardswish(bool inplace)
        : base(nameof(Hardswish))
    {
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardswish(tensor, inplace);
}
