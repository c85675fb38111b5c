using Gan.Net.Imaging;
using Gan.Net.IO;

namespace Gan.Net.Data;

/// <summary>Makes a sample's picture of a file: decoded, laid over the background, of the right channels and size. Safe for several threads.</summary>
internal sealed class PictureLoader
{
    // Of a very long picture the middle is kept, so that one file cannot take a gigabyte.
    private const int LongestCover = 8;

    private readonly FolderListing _listing;
    private readonly ImageFolderOptions _options;
    private readonly PictureReadOptions _read;
    private readonly PictureSize _cover;

    public PictureLoader(FolderListing listing, ImageFolderOptions options)
    {
        (_listing, _options) = (listing, options);
        _read = new PictureReadOptions { MaximumPixels = options.MaximumPixels };
        Channels = options.Channels ?? (AreGray() ? 1 : 3);
        Size = options.Size ?? FirstSize();
        var margin = options.Fit == PictureFit.RandomCrop ? options.Margin : 1;
        _cover = new PictureSize((int)Math.Round(Size.Width * margin), (int)Math.Round(Size.Height * margin));
        _read = _read with { Needed = options.Size is null ? null : _cover };
    }

    /// <summary>1 or 3.</summary>
    public int Channels { get; }

    /// <summary>The size of a sample; pictures for random crops are larger.</summary>
    public PictureSize Size { get; }

    /// <exception cref="DataFormatException">The picture is damaged, or of another size or kind than all must be.</exception>
    /// <exception cref="IOException">The file is gone or cannot be read.</exception>
    public FolderPicture Load(long number)
    {
        var path = PathOf(number);
        var image = Fitted(ToChannels(PictureFile.Read(path, _read).Flatten(_options.Background), path), path);
        var planes = new byte[image.Pixels.Length];
        Pixels.WritePlanes(image, planes);
        return new FolderPicture(planes, image.Width, image.Height, number);
    }

    public string PathOf(long number) => Path.Combine(_listing.Root, _listing.Files[(int)number]);

    private PixelImage ToChannels(PixelImage image, string path)
    {
        if (image.Channels == Channels)
        {
            return image;
        }

        if (Channels == 3)
        {
            return image.ToRgb();
        }

        return _options.Channels == 1
            ? image.ToGray()
            : throw new DataFormatException(path, 0, "The picture has colours; those looked at when the folder was opened are gray. Set ImageFolderOptions.Channels to 3, or to 1 to make all gray.");
    }

    private PixelImage Fitted(PixelImage image, string path)
    {
        var size = new PictureSize(image.Width, image.Height);
        if (_options.Size is null)
        {
            return size == Size
                ? image
                : throw new DataFormatException(path, 0, $"The picture is {size}; '{PathOf(0)}' is {Size}. Set ImageFolderOptions.Size to bring all to one size.");
        }

        return _options.Fit switch
        {
            PictureFit.Stretch => image.Resize(Size, _options.Filter),
            PictureFit.CentreCrop => Middle(image, size, 1).Resize(Size, _options.Filter),
            _ => Covering(Middle(image, size, LongestCover)),
        };
    }

    private PixelImage Covering(PixelImage image) => image.Resize(new PictureSize(image.Width, image.Height).Covering(_cover), _options.Filter);

    // The middle of the picture: of the sample's shape, or as often longer as it may be.
    private PixelImage Middle(PixelImage image, PictureSize size, int longest)
    {
        var unit = Math.Min((double)size.Width / Size.Width, (double)size.Height / Size.Height);
        return image.CropCentre(new PictureSize(Side(size.Width, Size.Width * unit * longest), Side(size.Height, Size.Height * unit * longest)));
    }

    private static int Side(int most, double wanted) => Math.Clamp((int)Math.Round(wanted), 1, most);

    // Damaged pictures among them say nothing; they are named when they are wanted.
    private bool AreGray()
    {
        var step = Math.Max(1, _listing.Files.Count / 32);
        var (gray, colours) = (0, 0);
        for (var i = 0; i < _listing.Files.Count && colours == 0; i += step)
        {
            if (InfoOf(i) is { } info)
            {
                (gray, colours) = info.Channels == 1 ? (gray + 1, colours) : (gray, colours + 1);
            }
        }

        return gray > 0 && colours == 0;
    }

    private PictureInfo? InfoOf(int number)
    {
        try
        {
            return PictureFile.ReadInfo(PathOf(number), _read);
        }
        catch (DataFormatException)
        {
            return null;
        }
    }

    private PictureSize FirstSize()
    {
        var info = PictureFile.ReadInfo(PathOf(0), _read);
        return new PictureSize(info.Width, info.Height);
    }
}
