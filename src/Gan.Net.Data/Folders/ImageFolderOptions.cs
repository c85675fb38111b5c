using Gan.Net.Imaging;

namespace Gan.Net.Data;

/// <summary>How pictures of a folder become samples. Immutable.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>The size of a sample. Null, the default: the first picture's, and all must have it.</summary>
    public PictureSize? Size { get; init; }

    /// <summary>
    /// 1 for gray, 3 for colours; other pictures are converted. Null, the default: 1 if the 32 pictures looked at when the folder is opened
    /// (evenly chosen) are gray, else 3.
    /// </summary>
    public int? Channels { get; init; }

    /// <summary>How a picture of another shape fills the size. Default: <see cref="PictureFit.CentreCrop"/>.</summary>
    public PictureFit Fit { get; init; } = PictureFit.CentreCrop;

    /// <summary>For <see cref="PictureFit.RandomCrop"/>: how much larger than the size the picture is resized before it is cropped, 1 to 4. Default: 1, so that the place varies along the longer side only.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>Mirrors each picture in about half of the epochs, chosen by the seed. Default: false.</summary>
    public bool RandomFlip { get; init; }

    /// <summary>Chooses crops and flips. The order of samples has its own seed, in <see cref="BatchSourceOptions"/>. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>How pictures are resized. Default: <see cref="ResizeFilter.Bicubic"/>.</summary>
    public ResizeFilter Filter { get; init; } = ResizeFilter.Bicubic;

    /// <summary>What lies behind transparent pixels. Default: white.</summary>
    public Colour Background { get; init; } = Colour.White;

    /// <summary>What happens to a damaged picture. Default: <see cref="DamagedPictures.Refuse"/>.</summary>
    public DamagedPictures Damaged { get; init; } = DamagedPictures.Refuse;

    /// <summary>A picture file with more pixels is refused before memory is taken. Default: 8192 times 8192.</summary>
    public long MaximumPixels { get; init; } = new PictureReadOptions().MaximumPixels;

    /// <summary>
    /// Bytes of memory for decoded pictures. If all of them fit, each is decoded once; else none is kept. (Pictures for random crops differ in size: as
    /// many are kept as fit.) Default: 512 MiB, which hold 43,690 pictures of 64x64 in colours. 0 keeps none.
    /// </summary>
    public long CacheLimit { get; init; } = 512L << 20;

    /// <summary>Threads that decode ahead, 1 to 64; the thread that asks for a batch helps. Null, the default: one less than the machine has cores, 1 to 16.</summary>
    public int? Threads { get; init; }

    internal int ThreadCount => Threads ?? Math.Clamp(Environment.ProcessorCount - 1, 1, 16);

    internal ImageFolderOptions Checked()
    {
        new OptionProblems(nameof(ImageFolderOptions))
            .Require(Size is null or { Width: >= 1 and <= 8192, Height: >= 1 and <= 8192 }, "must have sides from 1 to 8192", Size)
            .Require(Channels is null or 1 or 3, "must be 1 or 3, or null", Channels)
            .Known(Fit)
            .Require(Fit != PictureFit.RandomCrop || Size is not null, "needs a Size", Fit)
            .Require(Margin is >= 1 and <= 4, "must be from 1 to 4", Margin)
            .Known(Filter)
            .Known(Damaged)
            .AtLeast(MaximumPixels, 1)
            .AtLeast(CacheLimit, 0)
            .Require(Threads is null or (>= 1 and <= 64), "must be from 1 to 64, or null", Threads)
            .ThrowIfAny();
        return this;
    }
}
