namespace TorchSharp.Modules;

/// <summary><c>x</c> times the normal distribution's cumulative probability of <c>x</c>.</summary>
public sealed class GELU : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal GELU(bool inplace, Approximate approximate = Approximate.none)
        : base(nameof(GELU))
    {
        this.inplace = inplace;
        this.approximate = approximate;
    }

    /// <summary>Exactly, or by the formula with a hyperbolic tangent.</summary>
    public enum Approximate
    {
        none,
        tanh,
    }

    public bool inplace { get; set; }

    public Approximate approximate { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.gelu(tensor, approximate, inplace);
}
