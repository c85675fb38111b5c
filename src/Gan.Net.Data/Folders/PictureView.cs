using Gan.Net.Imaging;

namespace Gan.Net.Data;

/// <summary>What of a picture is the sample in one epoch: a rectangle, mirrored or not. Immutable.</summary>
internal readonly record struct PictureView(FolderPicture Picture, PictureSize Size, int Left, int Top, bool IsMirrored)
{
    /// <summary>The view that the seed chooses for a sample's number and an epoch.</summary>
    public static PictureView Of(FolderPicture picture, PictureSize size, ImageFolderOptions options, long index, long epoch)
    {
        if (options.Fit != PictureFit.RandomCrop && !options.RandomFlip)
        {
            return new PictureView(picture, size, 0, 0, false);
        }

        var random = new SeededRandom(SeededRandom.Derive(SeededRandom.Derive((ulong)options.Seed, Streams.Picture, (ulong)epoch), (ulong)index));
        var left = (int)random.NextInt64(picture.Width - size.Width + 1);
        var top = (int)random.NextInt64(picture.Height - size.Height + 1);
        return new PictureView(picture, size, left, top, options.RandomFlip && random.NextInt64(2) == 1);
    }

    /// <summary>Copies the rectangle, channel after channel.</summary>
    public void CopyTo(Span<byte> sample)
    {
        var plane = Picture.Width * Picture.Height;
        for (var from = Top * Picture.Width + Left; !sample.IsEmpty; from += plane)
        {
            for (var y = 0; y < Size.Height; y++)
            {
                var row = sample[..Size.Width];
                Picture.Planes.AsSpan(from + y * Picture.Width, Size.Width).CopyTo(row);
                if (IsMirrored)
                {
                    row.Reverse();
                }

                sample = sample[Size.Width..];
            }
        }
    }
}
