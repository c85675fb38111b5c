namespace Gan.Net.Reporting;

/// <summary>The pictures of one kind that go into a report, the oldest first, and how many there are in all.</summary>
internal sealed record PictureStrip(string Name, IReadOnlyList<PictureFrame> Frames, int Found)
{
    private const int LargestFile = 32 << 20;

    /// <summary>Reads as many pictures as allowed, evenly over the run. A folder that is missing gives none.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="name">What they are called in the report.</param>
    /// <param name="mostFrames">The most pictures.</param>
    /// <param name="mostBytes">The most bytes of all together; the last picture goes in even if it alone is more.</param>
    public static PictureStrip Read(string folder, string name, int mostFrames, long mostBytes)
    {
        var found = new PictureSeries(folder).Find().Select(picture => (picture.Round, picture.Path, new FileInfo(picture.Path).Length))
            .Where(picture => picture.Length is > 0 and <= LargestFile).ToArray();
        var count = Math.Min(found.Length, mostFrames);
        while (count > 1 && EvenChoice.Of(found, count).Sum(picture => picture.Length) > mostBytes)
        {
            count--;
        }

        return new PictureStrip(name, [.. EvenChoice.Of(found, count).Select(picture => new PictureFrame(picture.Round, File.ReadAllBytes(picture.Path)))], found.Length);
    }
}
