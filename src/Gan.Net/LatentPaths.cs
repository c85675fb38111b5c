using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Latents between latents.</summary>
public static class LatentPaths
{
    // Below it, arc and line of close directions agree to 1e-14, and opposite directions have no one arc.
    private const double SmallestSine = 1e-7;

    /// <summary>
    /// Latents on the paths between pairs of latents. On an arc, two opposite directions and a latent of zeros take the line.
    /// <para>Spherical: sin((1 - t)θ) / sin θ · from + sin(tθ) / sin θ · to, with θ the angle between the two.</para>
    /// </summary>
    /// <param name="from">Where the paths begin, <c>[..., size]</c>. The caller owns it.</param>
    /// <param name="to">Where the paths end, <c>[..., size]</c>. The caller owns it.</param>
    /// <param name="share">Places on the paths, 0 to 1, of a shape that broadcasts to the latents'. The caller owns it.</param>
    /// <param name="path">The kind of path. <see cref="LatentPath.UnitSpherical"/> gives NaN for a latent of zeros.</param>
    /// <returns>Float64 of the broadcast shape on the latents' device. The caller owns it.</returns>
    public static Tensor Between(Tensor from, Tensor to, Tensor share, LatentPath path)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(share);
        using var scope = NewDisposeScope();
        var (a, b, t) = (from.to(ScalarType.Float64), to.to(ScalarType.Float64), share.to(ScalarType.Float64));
        return scope.MoveToOuter(path == LatentPath.Linear ? Line(a, b, t) : Arc(a, b, t, path));
    }

    private static Tensor Arc(Tensor a, Tensor b, Tensor t, LatentPath path)
    {
        var (from, to) = (Unit(a), Unit(b));
        var angle = (from * to).sum(-1, keepdim: true).clamp(-1, 1).acos();
        var (start, end) = path == LatentPath.UnitSpherical ? (from, to) : (a, b);
        var sine = angle.sin();
        var arc = (((1 - t) * angle).sin() / sine * start) + ((t * angle).sin() / sine * end);
        return where(sine.gt(SmallestSine), arc, Line(start, end, t));
    }

    private static Tensor Line(Tensor from, Tensor to, Tensor share) => from + (share * (to - from));

    private static Tensor Unit(Tensor latents) => latents / latents.square().sum(-1, keepdim: true).sqrt();
}
