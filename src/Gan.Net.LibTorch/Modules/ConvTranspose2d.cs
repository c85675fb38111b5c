namespace TorchSharp.Modules;

/// <summary>A transposed convolution, which enlarges: <c>[N, in, H, W]</c> to <c>[N, out, H', W']</c>; the batch may be left out.</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long[] output_padding,
        long groups, bool bias, PaddingModes padding_mode, torch.Device? device, torch.ScalarType? dtype)
        : base(
            nameof(ConvTranspose2d), in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override torch.Tensor forward(torch.Tensor input, long[]? output_size)
    {
        if (!ValidateShape(input, 2))
        {
            throw new ArgumentException($"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to ConvTranspose2d.");
        }

        var extra = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 2);
        return torch.nn.functional.conv_transpose2d(input, weight, bias, stride, padding!, extra, dilation, groups);
    }
}
