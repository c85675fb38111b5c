using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>Frames of an animation: reads them from a run's pictures, and checks that they fit together.</summary>
public static class AnimationFrames
{
    /// <summary>Reads the pictures that hooks draw over a run (<c>round-0000100.png</c>), the oldest first.</summary>
    /// <param name="folder">Their folder.</param>
    /// <param name="most">The most frames, at least 2; of more pictures, evenly chosen ones, the first and the last among them. Default 100.</param>
    /// <exception cref="IOException">There are no such pictures in the folder, or they cannot be read.</exception>
    /// <exception cref="IO.DataFormatException">A picture is damaged.</exception>
    public static IReadOnlyList<PixelImage> Read(string folder, int most = 100)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var pictures = new PictureSeries(folder).Find();
        return pictures.Count == 0
            ? throw new IOException($"'{folder}' holds no pictures named round-NNNNNNN.png. Name a folder that a hook has drawn into.")
            : [.. EvenChoice.Of(pictures, most).Select(picture => PictureFile.Read(picture.Path))];
    }

    internal static void Check(IReadOnlyList<PixelImage> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count == 0)
        {
            throw new ArgumentException("There are no frames. Give at least one.", nameof(frames));
        }

        var first = frames[0];
        for (var i = 1; i < frames.Count; i++)
        {
            if ((frames[i].Width, frames[i].Height, frames[i].Channels) != (first.Width, first.Height, first.Channels))
            {
                throw new ArgumentException(
                    $"Frame {i} is {frames[i].Width}x{frames[i].Height} with {frames[i].Channels} channels; the first is {first.Width}x{first.Height} with {first.Channels}. All frames must be alike.",
                    nameof(frames));
            }
        }
    }
}
