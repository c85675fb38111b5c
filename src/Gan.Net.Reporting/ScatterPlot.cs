using System.Runtime.InteropServices;
using Gan.Net.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>
/// Draws points of the plane: real ones cyan, generated ones pink above them, on a dark ground with the axes. Both axes have one
/// scale, x grows to the right and y upwards.
/// </summary>
public static class ScatterPlot
{
    private static readonly Colour Ground = new(14, 17, 22);
    private static readonly Colour Axis = new(44, 51, 62);
    private static readonly Colour Real = new(64, 208, 224);
    private static readonly Colour Generated = new(255, 92, 168);

    /// <summary>Draws points.</summary>
    /// <param name="real">Real points <c>[N, 2]</c> on any device, or null for none; they stay the caller's.</param>
    /// <param name="generated">Generated points <c>[M, 2]</c> on any device, or null for none; they stay the caller's. NaN and infinity are left out.</param>
    /// <param name="options">Size and view; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no points at all, they have another shape, or an option is out of range.</exception>
    public static PixelImage Draw(Tensor? real, Tensor? generated = null, ScatterPlotOptions? options = null)
    {
        options = (options ?? new ScatterPlotOptions()).Checked();
        var realPoints = Read(real, nameof(real));
        var generatedPoints = Read(generated, nameof(generated));
        if (real is null && generated is null)
        {
            throw new ArgumentException("There are no points: give real ones, generated ones, or both.", nameof(real));
        }

        var limit = options.Limit ?? Widest(real is null ? generatedPoints : realPoints);
        var image = new PixelImage(options.Size, options.Size, 3);
        DrawGround(image);
        DrawPoints(image, realPoints, Real, limit, options);
        DrawPoints(image, generatedPoints, Generated, limit, options);
        return image;
    }

    /// <summary>Draws points and writes the picture as a PNG file; one that is there is replaced in a single step.</summary>
    /// <param name="path">The file.</param>
    /// <param name="real">Real points <c>[N, 2]</c>, or null for none.</param>
    /// <param name="generated">Generated points <c>[M, 2]</c>, or null for none.</param>
    /// <param name="options">Size and view; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no points at all, they have another shape, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Tensor? real, Tensor? generated = null, ScatterPlotOptions? options = null) =>
        Png.Write(Draw(real, generated, options), path);

    private static float[] Read(Tensor? points, string parameter)
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

    private static double Widest(float[] coordinates)
    {
        var widest = coordinates.Where(float.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return widest > 0 ? 1.2 * widest : 1;
    }

    private static void DrawGround(PixelImage image)
    {
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var colour = x == image.Width / 2 || y == image.Height / 2 ? Axis : Ground;
                (image.Row(y)[3 * x], image.Row(y)[3 * x + 1], image.Row(y)[3 * x + 2]) = (colour.Red, colour.Green, colour.Blue);
            }
        }
    }

    private static void DrawPoints(PixelImage image, float[] coordinates, Colour colour, double limit, ScatterPlotOptions options)
    {
        var scale = image.Width / (2 * limit);
        for (var i = 0; i < coordinates.Length; i += 2)
        {
            var x = image.Width / 2.0 + scale * coordinates[i];
            var y = image.Height / 2.0 - scale * coordinates[i + 1];
            if (x >= 0 && x < image.Width && y >= 0 && y < image.Height)
            {
                DrawDot(image, x, y, colour, options);
            }
        }
    }

    private static void DrawDot(PixelImage image, double x, double y, Colour colour, ScatterPlotOptions options)
    {
        var reach = options.PointRadius + 0.5;
        for (var row = Math.Max(0, (int)(y - reach)); row <= Math.Min(image.Height - 1, (int)(y + reach)); row++)
        {
            for (var column = Math.Max(0, (int)(x - reach)); column <= Math.Min(image.Width - 1, (int)(x + reach)); column++)
            {
                var distance = double.Hypot(column + 0.5 - x, row + 0.5 - y);
                var strength = options.Opacity * Math.Clamp(reach - distance, 0, 1);
                colour.Blend(image.Row(row).Slice(3 * column, 3), strength);
            }
        }
    }

    private readonly record struct Colour(byte Red, byte Green, byte Blue)
    {
        public void Blend(Span<byte> pixel, double strength)
        {
            pixel[0] = (byte)Math.Round(pixel[0] + strength * (Red - pixel[0]));
            pixel[1] = (byte)Math.Round(pixel[1] + strength * (Green - pixel[1]));
            pixel[2] = (byte)Math.Round(pixel[2] + strength * (Blue - pixel[2]));
        }
    }
}
