using Gan.Net.LibTorch.Interop;
using TorchSharp;

namespace Gan.Net.LibTorch.NN;

/// <summary>
/// Faster ways to the same convolution on a CPU, each taken only where it was measured to win (docs/performance.md). A result may
/// differ from the plain operator's in the order of its sums, that is by rounding.
/// </summary>
internal static unsafe class ConvolutionPaths
{
    private const int FewChannels = 4;
    private const int ManyChannels = 8;

    // Later versions of libtorch send these shapes to a fast kernel themselves.
    private static readonly bool Old = torch.__version__.StartsWith("1.", StringComparison.Ordinal);

    private static readonly Operator MatrixOfPatches = new("thnn_conv2d");

    /// <summary>An ordinary convolution by another way, or null when the plain operator is best.</summary>
    public static torch.Tensor? Ordinary(torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups)
    {
        if (!Applies(input, weight, dilation, groups))
        {
            return null;
        }

        long* x = stackalloc long[4], w = stackalloc long[4];
        Native.gannet_tensor_sizes(input.Handle, x);
        Native.gannet_tensor_sizes(weight.Handle, w);
        if (x[1] != w[1])
        {
            return null;
        }

        if (x[2] == w[2] && x[3] == w[3] && All(padding, 0))
        {
            // The kernel covers the whole input: one inner product for each output channel.
            using var rows = input.flatten(1);
            using var columns = weight.flatten(1);
            return torch.nn.functional.linear(rows, columns, bias).view(x[0], w[0], 1, 1);
        }

        // With so few channels, unfolding the patches is cheap and the vectorised kernels, which work across channels, are idle.
        return Old && w[1] <= FewChannels
            ? MatrixOfPatches.Call(input, weight, (long[])[w[2], w[3]], bias, stride, padding)
            : null;
    }

    /// <summary>A transposed convolution by another way, or null when the plain operator is best.</summary>
    public static torch.Tensor? Transposed(
        torch.Tensor input, torch.Tensor weight, torch.Tensor? bias, long[] stride, long[] padding, long[] outputPadding, long[] dilation, long groups)
    {
        if (!Applies(input, weight, dilation, groups))
        {
            return null;
        }

        long* x = stackalloc long[4], w = stackalloc long[4];
        Native.gannet_tensor_sizes(input.Handle, x);
        Native.gannet_tensor_sizes(weight.Handle, w);
        if (x[1] != w[0])
        {
            return null;
        }

        if (x[2] == 1 && x[3] == 1 && All(padding, 0) && All(outputPadding, 0))
        {
            // One pixel spread by the kernel: a matrix product.
            using var rows = input.flatten(1);
            using var columns = weight.flatten(1);
            using var spread = rows.mm(columns);
            return WithBias(spread.view(x[0], w[1], w[2], w[3]), bias);
        }

        if (!Old || w[1] < ManyChannels)
        {
            return null;
        }

        var strides = stackalloc long[] { stride[0], stride[^1] };
        var pads = stackalloc long[] { padding[0], padding[^1] };
        var size = stackalloc long[]
        {
            x[0], w[1],
            ((x[2] - 1) * strides[0]) - (2 * pads[0]) + w[2] + outputPadding[0],
            ((x[3] - 1) * strides[1]) - (2 * pads[1]) + w[3] + outputPadding[^1],
        };
        nint result;
        Native.Check(Native.gannet_transposed_convolution(input.Handle, weight.Handle, strides, pads, size, &result));
        GC.KeepAlive(input);
        GC.KeepAlive(weight);
        return WithBias(new torch.Tensor(result), bias);
    }

    private static torch.Tensor WithBias(torch.Tensor result, torch.Tensor? bias)
    {
        if (bias is null)
        {
            return result;
        }

        using (result)
        using (var column = bias.view(1, -1, 1, 1))
        {
            return result.add(column);
        }
    }

    private static bool Applies(torch.Tensor input, torch.Tensor weight, long[] dilation, long groups) =>
        groups == 1 && All(dilation, 1) && input.Dimensions == 4 && weight.Dimensions == 4 &&
        input.device_type == DeviceType.CPU && weight.device_type == DeviceType.CPU &&
        input.dtype == torch.ScalarType.Float32 && weight.dtype == torch.ScalarType.Float32;

    private static bool All(long[] values, long expected)
    {
        foreach (var value in values)
        {
            if (value != expected)
            {
                return false;
            }
        }

        return true;
    }
}
