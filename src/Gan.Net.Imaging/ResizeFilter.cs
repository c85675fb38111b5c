namespace Gan.Net.Imaging;

/// <summary>How the pixels of a resized picture come about. Each filter widens with the scale when it makes a picture smaller, so that nothing flickers (no aliasing).</summary>
public enum ResizeFilter
{
    /// <summary>The mean of the nearest, weighted by a triangle: soft, never beyond the values that are there.</summary>
    Bilinear,

    /// <summary>Cubic convolution with a = -0.5 (Keys 1981): sharper, may overshoot at edges.</summary>
    Bicubic,

    /// <summary>Three lobes of Lanczos's window: the sharpest, overshoots most.</summary>
    Lanczos,
}
