namespace Gan.Net.Reporting;

/// <summary>A colour: red, green and blue, 0 to 255 each.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>The dark ground of plots.</summary>
    public static Rgb Night { get; } = new(16, 18, 32);

    /// <summary>Fine lines on the ground.</summary>
    public static Rgb Slate { get; } = new(44, 48, 72);

    /// <summary>Real samples.</summary>
    public static Rgb Cyan { get; } = new(64, 220, 235);

    /// <summary>Generated samples.</summary>
    public static Rgb Pink { get; } = new(255, 92, 168);
}
