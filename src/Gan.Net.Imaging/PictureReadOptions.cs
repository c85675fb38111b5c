namespace Gan.Net.Imaging;

/// <summary>How a picture file is read. Immutable.</summary>
public sealed record PictureReadOptions
{
    /// <summary>A picture with more pixels is refused before memory is taken. Default: 8192 times 8192.</summary>
    public long MaximumPixels { get; init; } = 1L << 26;

    /// <summary>
    /// The size that the caller needs. The decoder may then give a smaller picture, which still has at least twice this size along both sides:
    /// large JPEG and WebP files decode several times faster. Null, the default: the file's own size.
    /// </summary>
    public PictureSize? Needed { get; init; }

    internal PictureReadOptions Checked()
    {
        new OptionProblems(nameof(PictureReadOptions)).AtLeast(MaximumPixels, 1).ThrowIfAny();
        return this;
    }
}
