using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>Colours counted in bins of 4 × 4 × 4 neighbours.</summary>
internal static class ColourBins
{
    /// <summary>How many bins there are: 6 bits of each channel.</summary>
    public const int Count = 1 << 18;

    public static int IndexOf(Colour colour) => (colour.Red >> 2 << 12) | (colour.Green >> 2 << 6) | (colour.Blue >> 2);

    /// <summary>The middle of a colour's bin.</summary>
    public static Colour Middle(Colour colour) => new((byte)((colour.Red & 0xFC) | 2), (byte)((colour.Green & 0xFC) | 2), (byte)((colour.Blue & 0xFC) | 2));

    /// <summary>The bins that hold a pixel, in the order of their index, with the mean of their pixels.</summary>
    public static ColourBin[] Of(IReadOnlyList<PixelImage> frames)
    {
        var counts = new long[Count];
        var sums = new long[3 * Count];
        foreach (var frame in frames)
        {
            for (var i = 0; i < frame.Pixels.Length; i += frame.Channels)
            {
                var colour = GifPalette.At(frame, i);
                var bin = IndexOf(colour);
                counts[bin]++;
                sums[3 * bin] += colour.Red;
                sums[3 * bin + 1] += colour.Green;
                sums[3 * bin + 2] += colour.Blue;
            }
        }

        return
        [
            .. Enumerable.Range(0, Count).Where(bin => counts[bin] > 0).Select(bin => new ColourBin(
                bin, counts[bin], (double)sums[3 * bin] / counts[bin], (double)sums[3 * bin + 1] / counts[bin], (double)sums[3 * bin + 2] / counts[bin])),
        ];
    }
}
