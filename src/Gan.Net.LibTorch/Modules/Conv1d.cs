namespace TorchSharp.Modules;

/// <summary>A convolution: <c>[N, in, L]</c> to <c>[N, out, L']</c>; the batch may be left out.</summary>
public sealed class Conv1d : Convolution
{
    internal Conv1d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        long groups, bool bias, PaddingModes padding_mode, torch.Device? device, torch.ScalarType? dtype)
        : base(
            nameof(Conv1d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, new long[1], groups, bias, padding_mode, device, dtype)
    {
    }

    /// <exception cref="ArgumentException">The input has the wrong number of dimensions or channels.</exception>
    public override torch.Tensor forward(torch.Tensor input)
    {
        if (!ValidateShape(input, 1))
        {
            throw new ArgumentException($"Expected 2D (unbatched) or 3D (batched) input with {in_channels} channels to Conv1d.");
        }

        if (padding_mode != PaddingModes.Zeros)
        {
            using var widened = torch.nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
            return torch.nn.functional.conv1d(widened, weight, bias, stride[0], 0, dilation[0], groups);
        }

        return padding_type is Padding padded
            ? torch.nn.functional.conv1d_padding(input, weight, bias, stride[0], padded, dilation[0], groups)
            : torch.nn.functional.conv1d(input, weight, bias, stride[0], padding![0], dilation[0], groups);
    }
}
