using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>Ways between latents: a generator that has learnt the data, and not its samples, changes smoothly along them.</summary>
public static class LatentInterpolation
{
    /// <summary>Latents between pairs of latents, each pair's ends included.</summary>
    /// <param name="from">Where the ways begin, <c>[K, size]</c>; stays the caller's.</param>
    /// <param name="to">Where they end, <c>[K, size]</c>; stays the caller's.</param>
    /// <param name="steps">Latents on each way, at least 2.</param>
    /// <param name="path">Line or arc. On an arc, two opposite directions and a latent of zeros take the line.</param>
    /// <returns><c>[K, steps, size]</c> on the latents' device. The caller owns it.</returns>
    /// <exception cref="ArgumentException">The two are not <c>[K, size]</c> alike.</exception>
    public static Tensor Between(Tensor from, Tensor to, int steps, LatentPath path)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        if (from.ndim != 2 || !from.shape.SequenceEqual(to.shape))
        {
            throw new ArgumentException($"The latents are [{string.Join(", ", from.shape)}] and [{string.Join(", ", to.shape)}]; expected [K, size] alike.", nameof(to));
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        var (start, end) = (from.detach().unsqueeze(1), to.detach().unsqueeze(1));
        var share = linspace(0, 1, steps, dtype: ScalarType.Float64, device: from.device).reshape(1, -1, 1);
        return scope.MoveToOuter(LatentPaths.Between(start, end, share, path).to(from.dtype));
    }
}
