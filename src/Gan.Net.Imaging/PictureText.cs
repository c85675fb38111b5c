namespace Gan.Net.Imaging;

/// <summary>
/// Writes short texts into pictures: one line, glyphs of 5 by 7 pixels with a pixel between them, drawn larger by whole factors. It needs
/// no font of the machine's, so a picture looks alike everywhere. Characters beyond ASCII become frames.
/// </summary>
public static class PictureText
{
    /// <summary>The height of a line at scale 1: 7 pixels.</summary>
    public const int Height = PixelFont.GlyphHeight;

    /// <summary>The pixels a text takes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scale">How many pixels wide and high a pixel of the glyphs is drawn, at least 1.</param>
    /// <returns>The width: 6 pixels for each character but 5 for the last, times the scale; 0 for an empty text.</returns>
    public static int Measure(string text, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        return text.Length == 0 ? 0 : checked((text.Length * (PixelFont.GlyphWidth + 1) - 1) * scale);
    }

    /// <summary>Writes a text. What lies outside the picture is left out.</summary>
    /// <param name="image">The picture. A gray one takes the colour's brightness, one with transparency becomes opaque where the text is.</param>
    /// <param name="text">The text.</param>
    /// <param name="left">The left edge of the first glyph.</param>
    /// <param name="top">The upper edge of the glyphs.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="scale">How many pixels wide and high a pixel of the glyphs is drawn, at least 1.</param>
    public static void Draw(PixelImage image, string text, int left, int top, Colour colour, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(image);
        var width = Measure(text, scale);
        for (var y = Math.Max(0, top); y < Math.Min(image.Height, top + Height * scale); y++)
        {
            var row = image.Row(y);
            for (var x = Math.Max(0, left); x < Math.Min(image.Width, left + width); x++)
            {
                var (character, column) = Math.DivRem((x - left) / scale, PixelFont.GlyphWidth + 1);
                if (column < PixelFont.GlyphWidth && PixelFont.IsSet(text[character], column, (y - top) / scale))
                {
                    Set(row.Slice(x * image.Channels, image.Channels), colour);
                }
            }
        }
    }

    /// <summary>Shortens a text to a width, with two full stops at the end when something is left out.</summary>
    internal static string Fit(string text, int width, int scale)
    {
        var most = (width / scale + 1) / (PixelFont.GlyphWidth + 1);
        return text.Length <= most ? text : most <= 2 ? text[..Math.Max(0, most)] : text[..(most - 2)] + "..";
    }

    private static void Set(Span<byte> pixel, Colour colour)
    {
        if (pixel.Length == 1)
        {
            pixel[0] = colour.Gray;
            return;
        }

        (pixel[0], pixel[1], pixel[2]) = (colour.Red, colour.Green, colour.Blue);
        pixel[3..].Fill(byte.MaxValue);
    }
}
