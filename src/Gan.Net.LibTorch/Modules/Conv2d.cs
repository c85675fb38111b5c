namespace TorchSharp.Modules;

/// <summary>A convolution: <c>[N, in, H, W]</c> to <c>[N, out, H', W']</c>; the batch may be left out.</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        long groups, bool bias, PaddingModes padding_mode, torch.Device? device, torch.ScalarType? dtype)
        : base(
            nameof(Conv2d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, new long[2], groups, bias, padding_mode, device, dtype)
    {
    }

    /// <exception cref="ArgumentException">The input has the wrong number of dimensions or channels.</exception>
    public override torch.Tensor forward(torch.Tensor input)
    {
        if (!ValidateShape(input, 2))
        {
            throw new ArgumentException($"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to Conv2d.");
        }

        if (padding_mode != PaddingModes.Zeros)
        {
            using var widened = torch.nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
            return torch.nn.functional.conv2d(widened, weight, bias, stride, null, dilation, groups);
        }

        return padding_type is Padding padded
            ? torch.nn.functional.conv2d_padding(input, weight, bias, stride, padded, dilation, groups)
            : torch.nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
    }
}
