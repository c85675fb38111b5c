using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// What all convolutions share. The weight is <c>[out, in / groups, ...kernel]</c>, transposed <c>[in, out / groups, ...kernel]</c>.
/// </summary>
public abstract class Convolution : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    protected Parameter? _weight;

    /// <summary>The padding as <c>functional.pad</c> takes it: last dimension first, both sides of each.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
        {
            throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));
        }

        (this.in_channels, this.out_channels, this.transposed, this.groups) = (in_channels, out_channels, transposed, groups);
        (this.kernel_size, this.stride, this.dilation, this.output_padding) = (kernel_size, stride, dilation, output_padding);
        this.padding_mode = padding_mode;
        if (padding_type is Padding named)
        {
            SetPadding(named);
        }
        else
        {
            SetPadding(padding ?? new long[kernel_size.Length]);
        }

        long[] shape = transposed ? [in_channels, out_channels / groups, .. kernel_size] : [out_channels, in_channels / groups, .. kernel_size];
        weight = ModuleTensors.EmptyParameter(shape, dtype, device);
        if (bias)
        {
            this.bias = ModuleTensors.EmptyParameter([out_channels], dtype, device);
        }

        reset_parameters();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed { get; }

    public Padding? padding_type { get; private set; }

    public long[]? padding { get; private set; }

    public PaddingModes padding_mode { get; set; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public Parameter weight
    {
        get => _weight!;
        set => ModuleParameters.Set(ref _weight, value, this, nameof(weight));
    }

    public Parameter? bias
    {
        get => _bias;
        set => ModuleParameters.Set(ref _bias, value, this, nameof(bias));
    }

    /// <summary>Draws weight and bias anew, as PyTorch does.</summary>
    public void reset_parameters()
    {
        torch.nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        var (fanIn, _) = torch.nn.init.CalculateFanInAndFanOut(weight);
        if (bias is not null && fanIn != 0)
        {
            var bound = 1 / Math.Sqrt(fanIn);
            torch.nn.init.uniform_(bias, -bound, bound);
        }
    }

    public void SetPadding(long[] padding)
    {
        (padding_type, this.padding) = (null, padding);
        var dimensions = padding.Length;
        _reversed_padding_repeated_twice = new long[2 * dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            _reversed_padding_repeated_twice[2 * i] = _reversed_padding_repeated_twice[(2 * i) + 1] = padding[dimensions - 1 - i];
        }
    }

    /// <exception cref="ArgumentException">The convolution is transposed, or strided when the size is to stay the same.</exception>
    public void SetPadding(Padding padding)
    {
        if (transposed)
        {
            throw new ArgumentException("Cannot set padding type on ConvTransposeND");
        }

        (padding_type, this.padding) = (padding, null);
        var dimensions = kernel_size.Length;
        _reversed_padding_repeated_twice = new long[2 * dimensions];
        if (padding != Padding.Same)
        {
            return;
        }

        if (Array.Exists(stride, step => step != 1))
        {
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        }

        for (var i = 0; i < dimensions; i++)
        {
            var total = dilation[dimensions - 1 - i] * (kernel_size[dimensions - 1 - i] - 1);
            _reversed_padding_repeated_twice[2 * i] = total / 2;
            _reversed_padding_repeated_twice[(2 * i) + 1] = total - (total / 2);
        }
    }

    /// <summary>Whether an input has these spatial dimensions and the right number of channels, with or without a batch.</summary>
    protected bool ValidateShape(torch.Tensor input, long dimensions) =>
        (input.Dimensions == dimensions + 2 && input.SizeAt(1) == in_channels)
        || (input.Dimensions == dimensions + 1 && input.SizeAt(0) == in_channels);
}
