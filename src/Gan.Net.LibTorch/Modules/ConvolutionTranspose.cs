namespace TorchSharp.Modules;

/// <summary>What the transposed convolutions share: an output size picks among those a stride leaves open.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override torch.Tensor forward(torch.Tensor input) => forward(input, null);

    /// <param name="input"><c>[N, in, ...]</c> or <c>[in, ...]</c>.</param>
    /// <param name="output_size">The spatial sizes wanted, or the whole shape; null takes <c>output_padding</c> as it is.</param>
    /// <exception cref="ArgumentException">The input has the wrong shape, or the output size cannot be reached.</exception>
    public abstract torch.Tensor forward(torch.Tensor input, long[]? output_size);

    protected long[] _output_padding(
        torch.Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null)
        {
            return output_padding;
        }

        var dimensions = (int)num_spatial_dims;
        var first = input.Dimensions == dimensions + 2 ? 2 : 1;
        if (output_size.Length != dimensions && output_size.Length != dimensions + first)
        {
            throw new ArgumentException(
                $"ConvTranspose{dimensions}D: for {input.Dimensions}D input, output_size must have {dimensions} or {dimensions + first} elements (got {output_size.Length})",
                nameof(input));
        }

        var wanted = output_size.AsSpan(output_size.Length - dimensions);
        var extra = new long[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            var smallest = ((input.SizeAt(i + first) - 1) * stride[i]) - (2 * padding[i]) + (dilation[i] * (kernel_size[i] - 1)) + 1;
            extra[i] = wanted[i] - smallest;
            if (extra[i] < 0 || extra[i] >= stride[i])
            {
                throw new ArgumentException(
                    $"Requested an output size of {wanted[i]} in dimension {i}, but valid sizes range from {smallest} to {smallest + stride[i] - 1}");
            }
        }

        return extra;
    }
}
