using Gan.Net.IO;

namespace Gan.Net.Imaging;

/// <summary>
/// Reads and writes PNG files of 8-bit gray, RGB and RGBA pixels. Reading checks every length before memory is taken, the checksum
/// of every chunk, that of the pixels, and that the file ends where it should: cut off or damaged files are always noticed.
/// </summary>
public static class Png
{
    /// <summary>The most pixels read unless the caller allows more: 8192 by 8192.</summary>
    public const long DefaultMaximumPixels = 1L << 26;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumPixels">A picture with more is refused before memory is taken.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataFormatException">The file is no PNG file, is damaged, or of a kind not read here (palette, 16 bits, interlaced).</exception>
    public static PixelImage Read(string path, long maximumPixels = DefaultMaximumPixels)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(file, path, maximumPixels);
    }

    /// <summary>Reads a stream from its start to its end.</summary>
    /// <param name="stream">A seekable stream; it is disposed.</param>
    /// <param name="path">What to call it in errors.</param>
    /// <param name="maximumPixels">A picture with more is refused before memory is taken.</param>
    /// <exception cref="DataFormatException">The content is no PNG file, is damaged, or of a kind not read here.</exception>
    public static PixelImage Read(Stream stream, string path, long maximumPixels = DefaultMaximumPixels)
    {
        using var reader = ExactReader.Plain(stream, path);
        using var chunks = new PngChunks(reader);
        return new PngDecoder(reader, chunks, maximumPixels).Decode();
    }

    /// <summary>Writes a file; one that is there is replaced in a single step.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(PixelImage image, string path) => AtomicFile.Write(path, stream => Write(image, stream));

    /// <summary>Writes to a stream, which stays open.</summary>
    public static void Write(PixelImage image, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(stream);
        PngEncoder.Encode(image, stream);
    }
}
