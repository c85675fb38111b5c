namespace TorchSharp.Modules;

/// <summary><c>x</c> where it is above the threshold, <c>value</c> elsewhere.</summary>
public sealed class Threshold : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Threshold(double threshold, double value, bool inplace)
        : base(nameof(Threshold))
    {
        this.threshold = threshold;
        this.value = value;
        this.inplace = inplace;
    }

    public double threshold { get; set; }

    public double value { get; set; }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.threshold(tensor, threshold, value, inplace);
}
