using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>Ways between latents: a generator that has learnt the data, and not its samples, changes smoothly along them.</summary>
public static class LatentInterpolation
{
    // Where sin(angle) is too small to divide by, arc and line are the same to float32.
    private const double SmallestSine = 1e-6;

    /// <summary>Latents between pairs of latents, each pair's ends included.</summary>
    /// <param name="from">Where the ways begin, <c>[K, size]</c>; stays the caller's.</param>
    /// <param name="to">Where they end, <c>[K, size]</c>; stays the caller's.</param>
    /// <param name="steps">Latents on each way, at least 2.</param>
    /// <param name="path">Along a line or an arc. Two opposite directions have no one arc, and a zero no direction: these pairs take the line.</param>
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
        var share = linspace(0, 1, steps, dtype: ScalarType.Float32).to(from.device).reshape(1, -1, 1);
        var line = start + (end - start) * share;
        return scope.MoveToOuter(path == LatentPath.Linear ? line : Arc(start, end, share, line));
    }

    private static Tensor Arc(Tensor start, Tensor end, Tensor share, Tensor line)
    {
        var (startLength, endLength) = (start.square().sum([2], keepdim: true).sqrt(), end.square().sum([2], keepdim: true).sqrt());
        var cosine = ((start * end).sum([2], keepdim: true) / (startLength * endLength)).clamp(-1, 1);
        var angle = cosine.acos();
        var sine = angle.sin();
        var length = startLength + (endLength - startLength) * share;
        var direction = ((angle * (1 - share)).sin() * (start / startLength) + (angle * share).sin() * (end / endLength)) / sine;
        return where(sine.gt(SmallestSine), direction * length, line);
    }
}
