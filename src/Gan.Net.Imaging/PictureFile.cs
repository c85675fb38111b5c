using Gan.Net.IO;

namespace Gan.Net.Imaging;

/// <summary>
/// Reads PNG, JPEG, WebP, BMP and GIF files and writes PNG, JPEG and WebP files. The format is told by the content; sizes are checked before
/// memory is taken; a file that is cut short or damaged is refused. JPEG, WebP, BMP and GIF hold no checksum: a bit that turned within
/// their pixels can go unnoticed. Colours are taken as they are stored: colour profiles are not applied. Safe for several threads.
/// </summary>
public static class PictureFile
{
    private static readonly string[] _endings = [".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp", ".dib", ".gif"];

    /// <summary>The endings of files that are read, with their dot, in lower case.</summary>
    public static IReadOnlyList<string> Endings => _endings;

    /// <summary>Reads a file: gray as 1 channel, colours as 3, with transparency as 4. 16 bits are rounded to 8; the file's orientation (EXIF) is applied.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The largest picture and the size needed; null for the defaults.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataFormatException">The file is no picture, of a format not read here, too large, cut short or damaged.</exception>
    public static PixelImage Read(string path, PictureReadOptions? options = null) => Decode(File.ReadAllBytes(path), path, options);

    /// <summary>Reads a stream from where it stands to its end, as <see cref="Read(string, PictureReadOptions?)"/> reads a file.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="options">The largest picture and the size needed; null for the defaults.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="DataFormatException">The content is no picture, of a format not read here, too large, cut short or damaged.</exception>
    public static PixelImage Read(Stream stream, string name, PictureReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return Decode(content.ToArray(), name, options);
    }

    /// <summary>Reads what a file says of itself, without decoding its pixels: damage further on is not noticed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The largest picture; null for the defaults.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataFormatException">The file is no picture, of a format not read here, or too large.</exception>
    public static PictureInfo ReadInfo(string path, PictureReadOptions? options = null)
    {
        using var decoder = new PictureDecoder(File.ReadAllBytes(path), path, (options ?? new PictureReadOptions()).Checked());
        return decoder.Info;
    }

    /// <summary>Writes a file in the format its name ends with (.png, .jpg, .jpeg or .webp); one that is there is replaced in a single step.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">The quality; null for the defaults.</param>
    /// <exception cref="ArgumentException">The ending names no format that is written, or the format cannot hold the picture.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(PixelImage image, string path, PictureWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var encoder = new PictureEncoder(FormatOf(path), (options ?? new PictureWriteOptions()).Checked());
        AtomicFile.Write(path, stream => encoder.Encode(image, stream));
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="stream">Takes the file.</param>
    /// <param name="format">PNG, JPEG or WebP.</param>
    /// <param name="options">The quality; null for the defaults.</param>
    /// <exception cref="ArgumentException">The format is not written, or cannot hold the picture.</exception>
    public static void Write(PixelImage image, Stream stream, PictureFormat format, PictureWriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(stream);
        new PictureEncoder(format, (options ?? new PictureWriteOptions()).Checked()).Encode(image, stream);
    }

    /// <summary>Whether the name of a file ends as those of pictures do that are read here.</summary>
    internal static bool IsNamedAsPicture(string path) => _endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static PixelImage Decode(byte[] file, string name, PictureReadOptions? options)
    {
        using var decoder = new PictureDecoder(file, name, (options ?? new PictureReadOptions()).Checked());
        return decoder.Decode();
    }

    private static PictureFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => PictureFormat.Png,
        ".jpg" or ".jpeg" => PictureFormat.Jpeg,
        ".webp" => PictureFormat.WebP,
        _ => throw new ArgumentException($"Pictures are written to names that end in .png, .jpg, .jpeg or .webp; '{path}' was given.", nameof(path)),
    };
}
