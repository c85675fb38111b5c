using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>Replaces colours by those of a palette and spreads what is lost over the neighbours to come (Floyd and Steinberg 1976).</summary>
internal static class GifDither
{
    /// <summary>The palette's number for each pixel, row by row from the left.</summary>
    public static byte[] Spread(PixelImage frame, GifPalette palette)
    {
        if (palette.IsExact)
        {
            return palette.Nearest(frame);
        }

        var indices = new byte[frame.Width * frame.Height];
        // What this row and the next still owe, in sixteenths; one pixel of room on either side.
        var owed = new int[3 * (frame.Width + 2)];
        var owedBelow = new int[owed.Length];
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++)
            {
                var at = y * frame.Width + x;
                var wanted = GifPalette.At(frame, at * frame.Channels);
                var owing = 3 * (x + 1);
                var (red, green, blue) = (wanted.Red + Share(owed[owing]), wanted.Green + Share(owed[owing + 1]), wanted.Blue + Share(owed[owing + 2]));
                indices[at] = palette.Nearest(new Colour(Byte(red), Byte(green), Byte(blue)));
                var taken = palette.Colours[indices[at]];
                Pass(owed, owedBelow, owing, red - taken.Red);
                Pass(owed, owedBelow, owing + 1, green - taken.Green);
                Pass(owed, owedBelow, owing + 2, blue - taken.Blue);
            }

            (owed, owedBelow) = (owedBelow, owed);
            Array.Clear(owedBelow);
        }

        return indices;
    }

    private static void Pass(int[] owed, int[] owedBelow, int at, int error)
    {
        owed[at + 3] += 7 * error;
        owedBelow[at - 3] += 3 * error;
        owedBelow[at] += 5 * error;
        owedBelow[at + 3] += error;
    }

    private static int Share(int sixteenths) => (sixteenths + (sixteenths < 0 ? -8 : 8)) / 16;

    private static byte Byte(int value) => (byte)Math.Clamp(value, 0, 255);
}
