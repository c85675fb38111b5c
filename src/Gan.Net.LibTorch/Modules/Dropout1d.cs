namespace TorchSharp.Modules;

/// <summary>Zeroes whole channels of <c>[N, C, L]</c> with probability <c>p</c> while training.</summary>
public sealed class Dropout1d : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Dropout1d(double p, bool inplace)
        : base(nameof(Dropout1d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public double p { get; set; }

    /// <exception cref="ArgumentException">The input does not have three dimensions.</exception>
    public override torch.Tensor forward(torch.Tensor tensor) => tensor.ndim == 3
        ? torch.nn.functional.dropout1d(tensor, p, training, inplace)
        : throw new ArgumentException("tensor passed to Dropout1d must be of the shape (N,C,L)");
}
