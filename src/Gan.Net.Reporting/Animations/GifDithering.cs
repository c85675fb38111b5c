namespace Gan.Net.Reporting;

/// <summary>What a GIF does with colours its palette lacks.</summary>
public enum GifDithering
{
    /// <summary>Takes the nearest: still areas stay still.</summary>
    None,

    /// <summary>
    /// Spreads the difference over the pixels to come (Floyd and Steinberg 1976): smooth shades without steps, at the price of grain that
    /// moves, and of larger files.
    /// </summary>
    FloydSteinberg,
}
