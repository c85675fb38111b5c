using Gan.Net.Imaging;
using Gan.Net.IO;

namespace Gan.Net.Reporting;

/// <summary>
/// Writes animated PNG files (APNG, part of the PNG specification's third edition, 2025): every colour as it is. Of each frame only the
/// rectangle that changed is stored. A reader that knows no animations shows the first frame. The same frames give the same bytes on
/// the same version of SkiaSharp.
/// </summary>
public static class AnimatedPng
{
    /// <summary>Writes a file; one that is there is replaced in a single step. Browsers take the ending <c>.png</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frames">One frame or more, all of one size and kind: gray, RGB or RGBA.</param>
    /// <param name="options">Times and repetitions; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no frames, they differ in size or kind, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<PixelImage> frames, AnimationOptions? options = null)
    {
        AnimationFrames.Check(frames);
        var settings = (options ?? new AnimationOptions()).Checked();
        AtomicFile.Write(path, stream => new AnimatedPngWriter(stream, settings).Write(frames));
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="frames">One frame or more, all of one size and kind: gray, RGB or RGBA.</param>
    /// <param name="options">Times and repetitions; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no frames, they differ in size or kind, or an option is out of range.</exception>
    public static void Write(Stream stream, IReadOnlyList<PixelImage> frames, AnimationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        AnimationFrames.Check(frames);
        new AnimatedPngWriter(stream, (options ?? new AnimationOptions()).Checked()).Write(frames);
    }
}
