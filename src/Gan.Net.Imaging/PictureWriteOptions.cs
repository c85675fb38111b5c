namespace Gan.Net.Imaging;

/// <summary>How a picture file is written. Immutable.</summary>
public sealed record PictureWriteOptions
{
    /// <summary>
    /// 1 to 100, the best. Null, the default: 90 for JPEG, and WebP without losses. PNG never loses anything and ignores it.
    /// </summary>
    public int? Quality { get; init; }

    internal PictureWriteOptions Checked()
    {
        new OptionProblems(nameof(PictureWriteOptions)).Require(Quality is null or (>= 1 and <= 100), "must be from 1 to 100", Quality).ThrowIfAny();
        return this;
    }
}
