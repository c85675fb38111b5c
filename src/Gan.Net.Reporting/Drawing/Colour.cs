namespace Gan.Net.Reporting;

/// <summary>An RGB colour. Immutable.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The colour a share of the way to another, 0 for this one, 1 for the other.</summary>
    public Colour Towards(Colour other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary>Lays this colour over a pixel: 0 leaves the pixel, 1 replaces it.</summary>
    public void Blend(Span<byte> pixel, double strength)
    {
        pixel[0] = Mix(pixel[0], Red, strength);
        pixel[1] = Mix(pixel[1], Green, strength);
        pixel[2] = Mix(pixel[2], Blue, strength);
    }

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + share * (to - from));
}
