namespace Gan.Net.Imaging;

/// <summary>What is done with pictures. Each method gives a new picture, and none changes the one it is given. Safe for several threads.</summary>
public static class PixelImageExtensions
{
    /// <summary>Resizes a picture, whatever its shape was. Transparent pixels weigh as much as others: flatten such a picture first.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="size">The new size.</param>
    /// <param name="filter">How the pixels come about. Default: bicubic.</param>
    /// <exception cref="ArgumentException">The filter is not known, or the new picture does not fit into an array.</exception>
    public static PixelImage Resize(this PixelImage image, PictureSize size, ResizeFilter filter = ResizeFilter.Bicubic)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!Enum.IsDefined(filter))
        {
            throw new ArgumentException($"There is no filter {filter}; take Bilinear, Bicubic or Lanczos.", nameof(filter));
        }

        return (size.Width, size.Height) == (image.Width, image.Height) ? image.Crop(0, 0, size) : Resampler.Resize(image, size.Width, size.Height, filter);
    }

    /// <summary>Cuts a rectangle out.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="left">Pixels left of the rectangle, not negative.</param>
    /// <param name="top">Rows above the rectangle, not negative.</param>
    /// <param name="size">The rectangle's size.</param>
    /// <exception cref="ArgumentException">The rectangle is not within the picture.</exception>
    public static PixelImage Crop(this PixelImage image, int left, int top, PictureSize size)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (left < 0 || top < 0 || left > image.Width - size.Width || top > image.Height - size.Height)
        {
            throw new ArgumentException($"A rectangle of {size} from ({left}, {top}) on is not within a picture of {image.Width}x{image.Height} pixels.", nameof(size));
        }

        var part = new PixelImage(size.Width, size.Height, image.Channels);
        for (var y = 0; y < size.Height; y++)
        {
            image.Row(top + y).Slice(left * image.Channels, size.Width * image.Channels).CopyTo(part.Row(y));
        }

        return part;
    }

    /// <summary>Cuts the middle out.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="size">The size of the middle.</param>
    /// <exception cref="ArgumentException">The picture is smaller.</exception>
    public static PixelImage CropCentre(this PixelImage image, PictureSize size)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.Crop((image.Width - size.Width) / 2, (image.Height - size.Height) / 2, size);
    }

    /// <summary>Mirrors a picture: left becomes right.</summary>
    public static PixelImage FlipHorizontally(this PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Orientation.Apply(image, SkiaSharp.SKEncodedOrigin.TopRight);
    }

    /// <summary>Lays a picture with transparency over a colour; one without stays as it is, as a new picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="background">The colour behind it.</param>
    /// <returns>A picture of 3 channels; of 1 for a gray picture.</returns>
    public static PixelImage Flatten(this PixelImage image, Colour background)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Channels != 4)
        {
            return image.Crop(0, 0, new PictureSize(image.Width, image.Height));
        }

        var flat = new PixelImage(image.Width, image.Height, 3);
        var from = image.Pixels;
        var to = flat.Pixels;
        for (int i = 0, j = 0; i < from.Length; i += 4, j += 3)
        {
            int alpha = from[i + 3];
            to[j] = Over(from[i], background.Red, alpha);
            to[j + 1] = Over(from[i + 1], background.Green, alpha);
            to[j + 2] = Over(from[i + 2], background.Blue, alpha);
        }

        return flat;
    }

    /// <summary>Makes a gray picture of one with colours (<see cref="Colour.Gray"/>). Transparency is lost: flatten such a picture first.</summary>
    public static PixelImage ToGray(this PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var gray = new PixelImage(image.Width, image.Height, 1);
        var from = image.Pixels;
        var to = gray.Pixels;
        var channels = image.Channels;
        for (int i = 0, j = 0; j < to.Length; i += channels, j++)
        {
            to[j] = channels == 1 ? from[i] : new Colour(from[i], from[i + 1], from[i + 2]).Gray;
        }

        return gray;
    }

    /// <summary>Makes a picture of red, green and blue. Transparency is lost: flatten such a picture first.</summary>
    public static PixelImage ToRgb(this PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var rgb = new PixelImage(image.Width, image.Height, 3);
        var from = image.Pixels;
        var to = rgb.Pixels;
        var channels = image.Channels;
        for (int i = 0, j = 0; j < to.Length; i += channels, j += 3)
        {
            (to[j], to[j + 1], to[j + 2]) = channels == 1 ? (from[i], from[i], from[i]) : (from[i], from[i + 1], from[i + 2]);
        }

        return rgb;
    }

    private static byte Over(int colour, int background, int alpha) => (byte)((colour * alpha + background * (255 - alpha) + 127) / 255);
}
