namespace Gan.Net.Data;

/// <summary>What happens to a picture that turns out to be damaged when it is wanted.</summary>
public enum DamagedPictures
{
    /// <summary>An exception names it. Nothing is trained on by mistake.</summary>
    Refuse,

    /// <summary>The next sound picture of the folder takes its place, with its own label; the damaged one is named in <see cref="ImageFolder.Damaged"/>.</summary>
    Replace,
}
