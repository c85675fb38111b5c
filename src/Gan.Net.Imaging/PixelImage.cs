namespace Gan.Net.Imaging;

/// <summary>A picture of 8-bit pixels: gray, RGB or RGBA, the rows from the top, the channels of a pixel side by side.</summary>
public sealed class PixelImage
{
    /// <summary>Makes a picture around its pixels, which it keeps.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for gray, 3 for RGB, 4 for RGBA.</param>
    /// <param name="pixels"><c>width * height * channels</c> bytes; null for a black (and transparent) picture.</param>
    /// <exception cref="ArgumentException">A size is not allowed, or there are more or fewer pixels than the sizes say.</exception>
    public PixelImage(int width, int height, int channels, byte[]? pixels = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (channels is not (1 or 3 or 4))
        {
            throw new ArgumentException($"A picture has 1, 3 or 4 channels; {channels} were given.", nameof(channels));
        }

        var length = (long)width * height * channels;
        if (length > Array.MaxLength || (pixels is not null && pixels.Length != length))
        {
            throw new ArgumentException($"{width}x{height} pixels of {channels} channels take {length} bytes; {pixels?.Length ?? Array.MaxLength} are there.", nameof(pixels));
        }

        Width = width;
        Height = height;
        Channels = channels;
        Bytes = pixels ?? new byte[length];
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>1 for gray, 3 for RGB, 4 for RGBA.</summary>
    public int Channels { get; }

    /// <summary>The pixels, to read and to change.</summary>
    public Span<byte> Pixels => Bytes;

    internal byte[] Bytes { get; }

    /// <summary>One row, to read and to change: <c>Width * Channels</c> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<byte> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, Height);
        return Bytes.AsSpan(y * Width * Channels, Width * Channels);
    }
}
