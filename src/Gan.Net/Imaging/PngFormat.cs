namespace Gan.Net.Imaging;

/// <summary>What the PNG specification fixes and both directions need.</summary>
internal static class PngFormat
{
    public const uint Header = 0x49484452;  // IHDR
    public const uint Data = 0x49444154;    // IDAT
    public const uint End = 0x49454E44;     // IEND
    public const uint Palette = 0x504C5445; // PLTE
    public const int HeaderLength = 13;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The specification's number for a kind of pixels.</summary>
    public static byte ColourType(int channels) => channels switch { 1 => 0, 3 => 2, _ => 6 };

    /// <summary>The channels of a kind of pixels, or null for those not read here.</summary>
    public static int? Channels(byte colourType) => colourType switch { 0 => 1, 2 => 3, 6 => 4, _ => null };
}
