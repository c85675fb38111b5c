namespace TorchSharp.Modules;

/// <summary>Widens the last dimensions of its input; <c>padding</c> names the last dimension first, both sides of each.</summary>
public abstract class PadBase : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    private readonly PaddingModes mode;

    protected PadBase(string name, PaddingModes mode, double value, params long[] padding)
        : base(name)
    {
        this.mode = mode;
        this.value = value;
        this.padding = padding;
    }

    public long[] padding { get; set; }

    public double value { get; set; }

    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.pad(input, padding, mode, value);
}
