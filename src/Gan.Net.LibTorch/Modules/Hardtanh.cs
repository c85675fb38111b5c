namespace TorchSharp.Modules;

/// <summary><c>x</c>, kept between <c>min_val</c> and <c>max_val</c>.</summary>
public sealed class Hardtanh : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Hardtanh(double min_val, double max_val, bool inplace)
        : base(nameof(Hardtanh))
    {
        this.min_val = min_val;
        this.max_val = max_val;
        this.inplace = inplace;
    }

    public double min_val { get; set; }

    public double max_val { get; set; }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardtanh(tensor, min_val, max_val, inplace);

    public override string GetName() => nameof(Hardtanh);
}
