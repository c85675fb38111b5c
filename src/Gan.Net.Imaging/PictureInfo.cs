namespace Gan.Net.Imaging;

/// <summary>What a picture file says of itself before its pixels are decoded. Immutable.</summary>
public sealed record PictureInfo
{
    /// <summary>Pixels in a row of the picture as it is meant to be seen: the file's orientation is applied.</summary>
    public required int Width { get; init; }

    /// <summary>Rows of the picture as it is meant to be seen.</summary>
    public required int Height { get; init; }

    /// <summary>1 for gray, 3 for RGB, 4 for RGB with transparency (gray with transparency too).</summary>
    public required int Channels { get; init; }

    /// <summary>The format, by the file's content and not by its name.</summary>
    public required PictureFormat Format { get; init; }
}
