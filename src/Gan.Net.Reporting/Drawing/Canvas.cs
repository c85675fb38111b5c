using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>
/// Draws smooth dots and lines on an RGB picture. Coordinates are pixels from the upper left corner, fractions allowed: the first
/// pixel's middle is (0.5, 0.5). What lies outside is left out.
/// </summary>
internal sealed class Canvas(PixelImage image)
{
    public int Width => image.Width;

    public int Height => image.Height;

    /// <summary>Gives every pixel the colour of its middle.</summary>
    public void Fill(Func<double, double, Colour> colourAt)
    {
        for (var y = 0; y < Height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < Width; x++)
            {
                var colour = colourAt(x + 0.5, y + 0.5);
                (row[3 * x], row[3 * x + 1], row[3 * x + 2]) = (colour.Red, colour.Green, colour.Blue);
            }
        }
    }

    /// <summary>A text in the upper left corner; nothing for null.</summary>
    public void DrawTitle(string? title)
    {
        var scale = Math.Max(1, Width / 320);
        PictureText.Draw(image, PictureText.Fit(title ?? "", Width - 12 * scale, scale), 6 * scale, 6 * scale, PointColours.Line, scale);
    }

    /// <summary>The cross through the picture's middle.</summary>
    public void DrawAxes(Colour colour)
    {
        for (var x = 0; x < Width; x++)
        {
            colour.Blend(image.Row(Height / 2).Slice(3 * x, 3), 1);
        }

        for (var y = 0; y < Height; y++)
        {
            colour.Blend(image.Row(y).Slice(3 * (Width / 2), 3), 1);
        }
    }

    public void DrawDot(double x, double y, double radius, Colour colour, double opacity) => DrawLine(x, y, x, y, 2 * radius, colour, opacity);

    /// <summary>A line with round ends.</summary>
    public void DrawLine(double x1, double y1, double x2, double y2, double width, Colour colour, double opacity)
    {
        var reach = width / 2 + 0.5;
        var (left, right) = Span(Math.Min(x1, x2) - reach, Math.Max(x1, x2) + reach, Width);
        var (top, bottom) = Span(Math.Min(y1, y2) - reach, Math.Max(y1, y2) + reach, Height);
        for (var row = top; row <= bottom; row++)
        {
            for (var column = left; column <= right; column++)
            {
                var distance = Distance(column + 0.5, row + 0.5, x1, y1, x2, y2);
                colour.Blend(image.Row(row).Slice(3 * column, 3), opacity * Math.Clamp(reach - distance, 0, 1));
            }
        }
    }

    /// <summary>A line with an arrow's head at its end; nothing when it has no length.</summary>
    public void DrawArrow(double x1, double y1, double x2, double y2, double width, Colour colour, double opacity)
    {
        const double HeadShare = 0.45;
        const double HeadAngle = 0.5;
        var length = double.Hypot(x2 - x1, y2 - y1);
        if (length == 0)
        {
            return;
        }

        DrawLine(x1, y1, x2, y2, width, colour, opacity);
        var head = Math.Min(HeadShare * length, 5 * width);
        var back = Math.Atan2(y1 - y2, x1 - x2);
        foreach (var side in (ReadOnlySpan<double>)[-HeadAngle, HeadAngle])
        {
            DrawLine(x2, y2, x2 + head * Math.Cos(back + side), y2 + head * Math.Sin(back + side), width, colour, opacity);
        }
    }

    // The pixels a stretch touches; none for one outside, or one that is not a number.
    private static (int First, int Last) Span(double from, double to, int size) =>
        !(to >= 0 && from < size) ? (0, -1) : ((int)Math.Max(0, from), (int)Math.Min(size - 1, to));

    private static double Distance(double x, double y, double x1, double y1, double x2, double y2)
    {
        var (acrossX, acrossY) = (x2 - x1, y2 - y1);
        var square = acrossX * acrossX + acrossY * acrossY;
        var share = square == 0 ? 0 : Math.Clamp(((x - x1) * acrossX + (y - y1) * acrossY) / square, 0, 1);
        return double.Hypot(x - x1 - share * acrossX, y - y1 - share * acrossY);
    }
}
