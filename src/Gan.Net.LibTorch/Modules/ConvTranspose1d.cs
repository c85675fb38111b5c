namespace TorchSharp.Modules;

/// <summary>A transposed convolution, which enlarges: <c>[N, in, L]</c> to <c>[N, out, L']</c>; the batch may be left out.</summary>
public sealed class ConvTranspose1d : ConvolutionTranspose
{
    internal ConvTranspose1d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long[] output_padding,
        long groups, bool bias, PaddingModes padding_mode, torch.Device? device, torch.ScalarType? dtype)
        : base(
            nameof(ConvTranspose1d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override torch.Tensor forward(torch.Tensor input, long[]? output_size)
    {
        if (!ValidateShape(input, 1))
        {
            throw new ArgumentException($"Expected 2D (unbatched) or 3D (batched) input with {in_channels} channels to ConvTranspose1d.");
        }

        var extra = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 1);
        return torch.nn.functional.conv_transpose1d(input, weight, bias, stride[0], padding![0], extra[0], dilation[0], groups);
    }
}
