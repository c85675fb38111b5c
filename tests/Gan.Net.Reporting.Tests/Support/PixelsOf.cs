using Gan.Net.Imaging;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>Looks at a picture's pixels.</summary>
internal static class PixelsOf
{
    public static (byte Red, byte Green, byte Blue) At(PixelImage image, int x, int y)
    {
        var pixel = image.Row(y).Slice(image.Channels * x, image.Channels);
        return image.Channels == 1 ? (pixel[0], pixel[0], pixel[0]) : (pixel[0], pixel[1], pixel[2]);
    }

    /// <summary>Where the pixels are that one asks for.</summary>
    public static IEnumerable<(int X, int Y)> Where(PixelImage image, Func<(byte Red, byte Green, byte Blue), bool> wanted) =>
        from y in Enumerable.Range(0, image.Height)
        from x in Enumerable.Range(0, image.Width)
        where wanted(At(image, x, y))
        select (x, y);
}
