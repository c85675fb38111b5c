namespace Gan.Net.Imaging;

/// <summary>A width and a height in pixels. Immutable.</summary>
public readonly record struct PictureSize
{
    /// <summary>Makes a size.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public PictureSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        (Width, Height) = (width, height);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>A size of two equal sides.</summary>
    /// <param name="side">Pixels along a side, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is below 1.</exception>
    public static PictureSize Square(int side) => new(side, side);

    /// <summary>The size as people write it, such as 640x480.</summary>
    public override string ToString() => FormattableString.Invariant($"{Width}x{Height}");

    /// <summary>The smallest size of the same shape that covers another one: one side is the other's, the second at least as long.</summary>
    internal PictureSize Covering(PictureSize other)
    {
        var scale = Math.Max((double)other.Width / Width, (double)other.Height / Height);
        return new PictureSize(Math.Max(other.Width, (int)Math.Round(Width * scale)), Math.Max(other.Height, (int)Math.Round(Height * scale)));
    }
}
