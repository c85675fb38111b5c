using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Where a generator's inputs come from: how many coordinates, and their distribution. Immutable, holds no tensor.</summary>
public sealed record LatentSpace
{
    /// <summary>Coordinates of one latent, at least 1. Default 100, the DCGAN paper's.</summary>
    public int Size { get; init; } = 100;

    /// <summary>The distribution of each coordinate. Default <see cref="LatentPrior.Normal"/>.</summary>
    public LatentPrior Prior { get; init; } = LatentPrior.Normal;

    /// <summary>
    /// Draws latents <c>[count, Size]</c> of type float32. They are drawn on the CPU and moved, so a seed means the same on every
    /// device. The caller owns the result.
    /// </summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="generator">Where the randomness comes from; a CPU generator.</param>
    /// <param name="device">Where the latents go; null for the CPU.</param>
    public Tensor Sample(long count, Generator generator, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var latents = Prior switch
        {
            LatentPrior.Normal => randn(count, Size, dtype: ScalarType.Float32, generator: generator),
            LatentPrior.Uniform => rand(count, Size, dtype: ScalarType.Float32, generator: generator).mul_(2).sub_(1),
            _ => throw new InvalidOperationException($"The prior {Prior} is not known."),
        };
        return device is null || device.type == DeviceType.CPU ? latents : latents.to(device, disposeAfter: true);
    }
}
