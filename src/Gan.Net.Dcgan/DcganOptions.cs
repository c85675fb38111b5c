using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan;

/// <summary>
/// The sizes of a DCGAN (Radford, Metz and Chintala 2015). The image size is base·2^k with a base of 4 to 7; each of the k stages
/// doubles the resolution. Immutable; presets vary with <c>with</c>.
/// </summary>
public sealed record DcganOptions
{
    private const int SmallestBase = 4;
    private const int LargestBase = 7;

    /// <summary>64×64 colour images: 3,576,704 generator and 2,765,568 discriminator parameters.</summary>
    public static DcganOptions Paper64 { get; } = new();

    /// <summary>28×28 gray images, the MNIST family: two stages on a base of 7.</summary>
    public static DcganOptions Mnist28 { get; } = new() { ImageSize = 28, Channels = 1 };

    /// <summary>Height and width in pixels: 28, 32, 64, 128 or any other base·2^k with a base of 4 to 7 and k at least 1. Default 64.</summary>
    public int ImageSize { get; init; } = 64;

    /// <summary>Channels of an image, at least 1. Default 3.</summary>
    public int Channels { get; init; } = 3;

    /// <summary>Channels of the stage next to the image; each further stage has twice as many. At least 1. Default 64.</summary>
    public int Width { get; init; } = 64;

    /// <summary>The discriminator's slope for negative values, in [0, 1). Default 0.2.</summary>
    public double DiscriminatorSlope { get; init; } = 0.2;

    /// <summary>What normalises the discriminator's stages after the first. Default <see cref="Norm.Batch"/>, the paper's.</summary>
    public Norm DiscriminatorNorm { get; init; } = Norm.Batch;

    /// <summary>What the generator starts from. Default 100 coordinates of N(0, 1).</summary>
    public LatentSpace Latent { get; init; } = new();

    /// <summary>Classes both networks are conditioned on, at least 0. Default 0: none, and they take no labels.</summary>
    public int Classes { get; init; }

    /// <summary>How a generator with classes is told its label. Default <see cref="DcganLabels.Concatenation"/>.</summary>
    public DcganLabels GeneratorLabels { get; init; } = DcganLabels.Concatenation;

    /// <summary>Learnt numbers that stand for a class beside the latents, at least 1. Default 50.</summary>
    public int LabelSize { get; init; } = 50;

    /// <summary>Seed of the initial weights. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>Stages that double the resolution, k.</summary>
    internal int Stages => Split(ImageSize).Stages;

    /// <summary>The smallest feature map's height and width.</summary>
    internal int Base => Split(ImageSize).Base;

    /// <summary>Whether labels stand beside the latents.</summary>
    internal bool JoinsLabels => Classes > 0 && GeneratorLabels == DcganLabels.Concatenation;

    /// <summary>Whether the generator's batch norms are given the labels.</summary>
    internal bool NormsByLabel => Classes > 0 && GeneratorLabels == DcganLabels.BatchNorm;

    /// <summary>These sizes for a discriminator that judges packs of images, joined along their channels.</summary>
    /// <param name="size">Images in a pack, at least 1.</param>
    public DcganOptions ForPacks(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return this with { Channels = size * Channels };
    }

    /// <summary>Whether the model makes pictures of so many pixels a side: 4 to 7 doubled at least once.</summary>
    /// <param name="imageSize">The pixels of a side.</param>
    public static bool Makes(int imageSize) => Split(imageSize) is { Stages: >= 1, Base: >= SmallestBase and <= LargestBase };

    /// <summary>These sizes with the discriminator normalised as a recipe has it.</summary>
    public DcganOptions For(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return this with { DiscriminatorNorm = recipe.DiscriminatorNorm };
    }

    /// <summary>Makes both networks, ready to train.</summary>
    /// <param name="seed">Seed of the weights, the training and the samples, in place of <see cref="Seed"/>.</param>
    /// <param name="device">Where the networks compute; null for the CPU.</param>
    /// <returns>The GAN, which owns both networks. The caller owns it.</returns>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public GanModel Create(long seed = 0, Device? device = null)
    {
        var seeded = this with { Seed = seed };
        return new GanModel(new DcganGenerator(seeded), new DcganDiscriminator(seeded), seed, device);
    }

    internal DcganOptions Validated()
    {
        var (smallest, stages) = Split(ImageSize);
        new OptionProblems(nameof(DcganOptions))
            .Require(stages >= 1 && smallest is >= SmallestBase and <= LargestBase, "must be base·2^k with a base of 4 to 7 and k at least 1, such as 28, 32, 64 or 128", ImageSize)
            .AtLeast(Channels, 1)
            .AtLeast(Width, 1)
            .Within(Latent, (latent, inside) => latent.Validate(inside))
            .InRange(DiscriminatorSlope, 0, 1)
            .Known(DiscriminatorNorm)
            .Known(GeneratorLabels)
            .AtLeast(Classes, 0)
            .AtLeast(LabelSize, 1)
            .ThrowIfAny();
        return this;
    }

    private static (int Base, int Stages) Split(int size)
    {
        var stages = 0;
        while (size > LargestBase && size % 2 == 0)
        {
            size /= 2;
            stages++;
        }

        return (size, stages);
    }
}
