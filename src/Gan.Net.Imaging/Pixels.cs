using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Imaging;

/// <summary>Between bytes, 0 to 255, and the samples models see, -1 to 1: byte b stands for <c>b / 127.5 - 1</c>.</summary>
public static class Pixels
{
    /// <summary>Samples as bytes, rounded to the nearest and clamped.</summary>
    /// <param name="samples">Floats in [-1, 1], any shape, any device. NaN has no byte and comes out as some value.</param>
    /// <returns>A tensor of bytes of the same shape on the CPU. The caller owns it.</returns>
    public static Tensor ToBytes(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var bytes = samples.detach().to(ScalarType.Float32, copy: true).add_(1).mul_(127.5).round_().clamp_(0, 255).to(ScalarType.Byte);
        return scope.MoveToOuter(bytes.cpu().contiguous());
    }

    /// <summary>Bytes as samples.</summary>
    /// <param name="bytes">A tensor of bytes, any shape, any device.</param>
    /// <returns>Float32 in [-1, 1] of the same shape on the same device. The caller owns it.</returns>
    public static Tensor FromBytes(Tensor bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes.to(ScalarType.Float32, copy: true).div_(127.5).sub_(1);
    }

    /// <summary>A picture as a tensor of bytes <c>[C, H, W]</c> on the CPU. The caller owns it.</summary>
    public static Tensor ToTensor(PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var planes = new byte[image.Bytes.Length];
        WritePlanes(image, planes);
        return tensor(planes, [image.Channels, image.Height, image.Width], dtype: ScalarType.Byte);
    }

    /// <summary>Writes one channel after the other: <c>[C, H, W]</c>.</summary>
    internal static void WritePlanes(PixelImage image, Span<byte> planes)
    {
        var pixels = image.Pixels;
        var channels = image.Channels;
        if (channels == 1)
        {
            pixels.CopyTo(planes);
            return;
        }

        var size = pixels.Length / channels;
        for (var channel = 0; channel < channels; channel++)
        {
            var plane = planes.Slice(channel * size, size);
            for (int i = 0, from = channel; i < plane.Length; i++, from += channels)
            {
                plane[i] = pixels[from];
            }
        }
    }
}
