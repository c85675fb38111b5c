using System.Runtime.InteropServices;
using Gan.Net.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>The square of the plane a picture shows, from minus to plus a limit along both axes: x grows to the right, y upwards.</summary>
internal readonly record struct PlaneView(double Limit, int Size)
{
    /// <summary>Pixels of one unit.</summary>
    public double Scale => Size / (2 * Limit);

    /// <summary>A view that holds points with a margin of a fifth.</summary>
    public static double LimitFor(float[] coordinates)
    {
        var widest = coordinates.Where(float.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return widest > 0 ? 1.2 * widest : 1;
    }

    public double Column(double x) => Size / 2.0 + Scale * x;

    public double Row(double y) => Size / 2.0 - Scale * y;

    /// <summary>Whether a point's middle is in the picture; not for NaN.</summary>
    public bool Holds(double x, double y) => Column(x) is var column && Row(y) is var row && column >= 0 && column < Size && row >= 0 && row < Size;

    /// <summary>Reads points <c>[N, 2]</c> of any device as x, y, x, y...; none for null.</summary>
    /// <exception cref="ArgumentException">The points have another shape.</exception>
    public static float[] Read(Tensor? points, string parameter)
    {
        if (points is null)
        {
            return [];
        }

        if (points.shape is not [_, 2])
        {
            throw new ArgumentException($"The points are [{string.Join(", ", points.shape)}]; expected [N, 2].", parameter);
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        return MemoryMarshal.Cast<byte, float>(points.detach().cpu().to(ScalarType.Float32).contiguous().bytes).ToArray();
    }

    /// <summary>Draws points as dots; those outside, and NaN, are left out.</summary>
    public void DrawPoints(Canvas canvas, float[] coordinates, Colour colour, double radius, double opacity)
    {
        for (var i = 0; i < coordinates.Length; i += 2)
        {
            if (Holds(coordinates[i], coordinates[i + 1]))
            {
                canvas.DrawDot(Column(coordinates[i]), Row(coordinates[i + 1]), radius, colour, opacity);
            }
        }
    }
}
