using Gan.Net.LibTorch.Interop;
using TorchSharp;

namespace Gan.Net.LibTorch.NN;

/// <summary>
/// A rectifier that keeps only its result for the backward pass, and whose second derivative by its input is left out instead of
/// written as zeros. Same values and gradients; taken for tensors large enough for the difference to pay.
/// </summary>
internal static unsafe class RectifierPath
{
    private const long LargeFrom = 1 << 12;

    /// <summary>The rectified tensor, which is the input itself when it happens in place; null when the plain operator is to run.</summary>
    public static torch.Tensor? Of(torch.Tensor input, double slope, bool inPlace)
    {
        if (input is null || Native.gannet_tensor_numel(input.Handle) < LargeFrom)
        {
            return null;
        }

        nint result;
        Native.Check(Native.gannet_leaky_relu(input.Handle, slope, inPlace ? 1 : 0, &result));
        GC.KeepAlive(input);
        return result == 0 ? null : new torch.Tensor(result);
    }
}
