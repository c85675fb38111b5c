namespace Gan.Net.Imaging;

/// <summary>The formats of picture files.</summary>
public enum PictureFormat
{
    /// <summary>PNG: every pixel as it is. Read and written.</summary>
    Png,

    /// <summary>JPEG: small, with losses, no transparency. Read and written.</summary>
    Jpeg,

    /// <summary>WebP: with or without losses. Read (of an animation the first frame) and written.</summary>
    WebP,

    /// <summary>Windows bitmaps. Read only.</summary>
    Bmp,

    /// <summary>GIF. Read only, of an animation the first frame.</summary>
    Gif,
}
