using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>What augmentations of images share.</summary>
internal static class ImageSamples
{
    /// <summary>Refuses what is no batch of images.</summary>
    /// <exception cref="ArgumentException">The samples are not <c>[N, C, H, W]</c>.</exception>
    public static void Require(Tensor samples, string augmentation, [CallerArgumentExpression(nameof(samples))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim != 4)
        {
            throw new ArgumentException(
                $"The samples are [{string.Join(", ", samples.shape)}]; {augmentation} takes images [N, C, H, W]. Use {nameof(InstanceNoise)} for vectors.", name);
        }
    }

    /// <summary>The lines of an image, <c>[size]</c> of int64, on the samples' device.</summary>
    public static Tensor Lines(Tensor samples, int dimension) => arange(samples.shape[dimension], device: samples.device);

    /// <summary>Lines beyond an image's border, mirrored back into it.</summary>
    public static Tensor Reflected(Tensor lines, long size) => lines.abs().sub(size - 1).abs().mul(-1).add(size - 1);

    /// <summary>One number for each sample, shaped to work on images: <c>[N]</c> to <c>[N, 1, 1, 1]</c>.</summary>
    public static Tensor ForImages(this Tensor numbers) => numbers.view(-1, 1, 1, 1);
}
