namespace Gan.Net.Imaging;

/// <summary>An RGB colour of 8 bits for each channel. Immutable.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Black.</summary>
    public static Colour Black { get; }

    /// <summary>White.</summary>
    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>The brightness as one gray level: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601), rounded.</summary>
    public byte Gray => (byte)((299 * Red + 587 * Green + 114 * Blue + 500) / 1000);

    /// <summary>The colour a share of the way to another: 0 gives this one, 1 the other.</summary>
    public Colour Towards(Colour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary>Lays this colour over an RGB pixel: 0 leaves the pixel, 1 replaces it.</summary>
    internal void Blend(Span<byte> pixel, double strength)
    {
        pixel[0] = Mix(pixel[0], Red, strength);
        pixel[1] = Mix(pixel[1], Green, strength);
        pixel[2] = Mix(pixel[2], Blue, strength);
    }

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + share * (to - from));
}
