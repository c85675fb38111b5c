using Gan.Net.Imaging;
using Gan.Net.IO;

namespace Gan.Net.Reporting;

/// <summary>
/// Writes animated GIF files (GIF89a), which everything shows. All frames share one palette: their own colours if there are at most
/// 256, else the 256 that fit best. Of each frame only the rectangle that changed is stored. The same frames always give the same bytes.
/// </summary>
public static class AnimatedGif
{
    /// <summary>Writes a file; one that is there is replaced in a single step.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frames">One frame or more, all of one size and kind: gray or RGB, at most 65,535 pixels across.</param>
    /// <param name="options">Times, rounded to hundredths of a second, and repetitions; null for the defaults.</param>
    /// <param name="dithering">What happens to colours the palette lacks.</param>
    /// <exception cref="ArgumentException">There are no frames, they differ in size or kind, have transparency or are too large, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<PixelImage> frames, AnimationOptions? options = null, GifDithering dithering = GifDithering.None)
    {
        AnimationFrames.Check(frames, ushort.MaxValue, transparency: false);
        var settings = (options ?? new AnimationOptions()).Checked();
        AtomicFile.Write(path, stream => new AnimatedGifWriter(stream, settings).Write(frames, dithering));
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="frames">One frame or more, all of one size and kind: gray or RGB, at most 65,535 pixels across.</param>
    /// <param name="options">Times, rounded to hundredths of a second, and repetitions; null for the defaults.</param>
    /// <param name="dithering">What happens to colours the palette lacks.</param>
    /// <exception cref="ArgumentException">There are no frames, they differ in size or kind, have transparency or are too large, or an option is out of range.</exception>
    public static void Write(Stream stream, IReadOnlyList<PixelImage> frames, AnimationOptions? options = null, GifDithering dithering = GifDithering.None)
    {
        ArgumentNullException.ThrowIfNull(stream);
        AnimationFrames.Check(frames, ushort.MaxValue, transparency: false);
        new AnimatedGifWriter(stream, (options ?? new AnimationOptions()).Checked()).Write(frames, dithering);
    }
}
