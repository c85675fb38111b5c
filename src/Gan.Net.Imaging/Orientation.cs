using SkiaSharp;

namespace Gan.Net.Imaging;

/// <summary>Turns a picture as its file says (EXIF orientation): Skia reports the orientation and leaves the pixels as they are stored.</summary>
internal static class Orientation
{
    public static PixelImage Apply(PixelImage image, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft)
        {
            return image;
        }

        var (width, height) = (image.Width, image.Height);
        var last = width * height - 1;
        // Where in the stored picture the first pixel seen lies, and how far it is from there to the next in a row and in a column.
        var (first, across, down) = origin switch
        {
            SKEncodedOrigin.TopRight => (width - 1, -1, width),
            SKEncodedOrigin.BottomRight => (last, -1, -width),
            SKEncodedOrigin.BottomLeft => (last - width + 1, 1, -width),
            SKEncodedOrigin.LeftTop => (0, width, 1),
            SKEncodedOrigin.RightTop => (last - width + 1, -width, 1),
            SKEncodedOrigin.RightBottom => (last, -width, -1),
            SKEncodedOrigin.LeftBottom => (width - 1, width, -1),
            _ => (0, 1, width),
        };
        var seen = origin >= SKEncodedOrigin.LeftTop ? new PixelImage(height, width, image.Channels) : new PixelImage(width, height, image.Channels);
        for (var y = 0; y < seen.Height; y++)
        {
            Walk(image, first + y * down, across, seen.Row(y));
        }

        return seen;
    }

    private static void Walk(PixelImage image, int at, int step, Span<byte> row)
    {
        var channels = image.Channels;
        for (var x = 0; x < row.Length; x += channels, at += step)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                row[x + channel] = image.Bytes[at * channels + channel];
            }
        }
    }
}
