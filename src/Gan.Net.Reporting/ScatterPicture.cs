using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>
/// A square picture of points in the plane, layer upon layer: soft dots on a dark ground with fine lines through the origin.
/// Not thread-safe.
/// </summary>
public sealed class ScatterPicture
{
    // A dot covers five pixels across, densest in its middle, so that crowds of points glow.
    private static readonly double[] Dot = [.08, .28, .40, .28, .08, .28, .70, .85, .70, .28, .40, .85, 1, .85, .40, .28, .70, .85, .70, .28, .08, .28, .40, .28, .08];

    private const int DotSize = 5;
    private const double Opacity = 0.7;

    private readonly double _extent;
    private readonly int _size;

    /// <summary>An empty picture of the square from -<paramref name="extent"/> to <paramref name="extent"/>.</summary>
    /// <param name="extent">Half the side of the square shown, positive.</param>
    /// <param name="size">Width and height in pixels, at least 16.</param>
    public ScatterPicture(double extent, int size = 480)
    {
        if (!double.IsFinite(extent) || extent <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(extent), extent, "The extent must be positive.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(size, 16);
        _extent = extent;
        _size = size;
        Image = new PixelImage(size, size, 3);
        DrawGround();
    }

    /// <summary>The picture so far.</summary>
    public PixelImage Image { get; }

    /// <summary>Draws points on top. Those outside the square, and those that are not numbers, are left out.</summary>
    /// <param name="points">The points, <c>[N, 2]</c>: x to the right, y upwards. Any type and device.</param>
    /// <param name="colour">Their colour.</param>
    /// <returns>This picture.</returns>
    /// <exception cref="ArgumentException">The tensor has another shape.</exception>
    public ScatterPicture Add(Tensor points, Rgb colour)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.ndim != 2 || points.shape[1] != 2)
        {
            throw new ArgumentException($"The points are [{string.Join(", ", points.shape)}]; expected [N, 2].", nameof(points));
        }

        using var scope = NewDisposeScope();
        var values = points.detach().to(float32).cpu().contiguous().data<float>().ToArray();
        for (var i = 0; i < values.Length; i += 2)
        {
            DrawDot(ToPixel(values[i]), ToPixel(-values[i + 1]), colour);
        }

        return this;
    }

    private int? ToPixel(double value)
    {
        var pixel = Math.Floor((value / _extent + 1) / 2 * _size);
        return pixel >= 0 && pixel < _size ? (int)pixel : null;
    }

    private void DrawDot(int? column, int? row, Rgb colour)
    {
        if (column is null || row is null)
        {
            return;
        }

        for (var i = 0; i < Dot.Length; i++)
        {
            var x = column.Value + i % DotSize - DotSize / 2;
            var y = row.Value + i / DotSize - DotSize / 2;
            if (x >= 0 && x < _size && y >= 0 && y < _size)
            {
                Blend(Image.Row(y).Slice(x * 3, 3), colour, Dot[i] * Opacity);
            }
        }
    }

    private void DrawGround()
    {
        var middle = _size / 2;
        for (var y = 0; y < _size; y++)
        {
            for (var x = 0; x < _size; x++)
            {
                Blend(Image.Row(y).Slice(x * 3, 3), x == middle || y == middle ? Rgb.Slate : Rgb.Night, 1);
            }
        }
    }

    private static void Blend(Span<byte> pixel, Rgb colour, double weight)
    {
        pixel[0] = Mix(pixel[0], colour.Red, weight);
        pixel[1] = Mix(pixel[1], colour.Green, weight);
        pixel[2] = Mix(pixel[2], colour.Blue, weight);
    }

    private static byte Mix(byte from, byte to, double weight) => (byte)Math.Round(from + (to - from) * weight);
}
