using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// The changes of adaptive discriminator augmentation that move whole pixels, change colours and add noise (Karras et al. 2020, appendix B):
/// written from the paper's formulas. Each happens to each image with the same probability, on its own; 0 leaves it out. The paper's geometric
/// changes and filters are not among them. Takes images <c>[N, C, H, W]</c>, made for values in [-1, 1].
/// </summary>
public sealed record AdaPipeline : IGradedAugmentation
{
    /// <summary>Pixels and colours without noise: that part of the paper's choice, "bgc", which is here.</summary>
    public static AdaPipeline BlitColor { get; } = new() { Noise = 0 };

    /// <summary>Multiplies the probability of a flip left to right, which then happens to half of the images; in [0, 1]. Default 1.</summary>
    public double Flip { get; init; } = 1;

    /// <summary>
    /// Multiplies the probability of a turn by 0, 90, 180 or 270 degrees, each equally likely; in [0, 1]. Images that are not square turn by
    /// 0 or 180. Default 1.
    /// </summary>
    public double Rotation { get; init; } = 1;

    /// <summary>The farthest shift as a share of the image's size, in [0, 1): whole pixels, the border mirrors. Default 1/8, the paper's.</summary>
    public double Translation { get; init; } = 0.125;

    /// <summary>Deviation of what is added to all numbers of an image, at least 0: b of N(0, σ²). Default 0.2, the paper's.</summary>
    public double Brightness { get; init; } = 0.2;

    /// <summary>Deviation, in octaves, of the factor of all numbers of an image, at least 0: 2^c with c of N(0, σ²). Default 0.5, the paper's.</summary>
    public double Contrast { get; init; } = 0.5;

    /// <summary>Multiplies the probability that bright and dark change places while hue and saturation stay, which then happens to half of the images; in [0, 1]. Default 1.</summary>
    public double LumaFlip { get; init; } = 1;

    /// <summary>The farthest turn of the hue in half circles, in [0, 1]; for three channels, others keep theirs. Default 1, the paper's.</summary>
    public double Hue { get; init; } = 1;

    /// <summary>Deviation, in octaves, of the factor of what is not gray, at least 0: 2^s with s of N(0, σ²). Default 1, the paper's.</summary>
    public double Saturation { get; init; } = 1;

    /// <summary>Deviation of the noise's deviation, at least 0: N(0, n²) with n = |N(0, σ²)| for each image. Default 0.1, the paper's.</summary>
    public double Noise { get; init; } = 0.1;

    /// <summary>The side of a cut-out square as a share of the image's, in [0, 1]; zeros stand there. Default 0; the paper's is 1/2.</summary>
    public double Cutout { get; init; }

    /// <summary>Every change to every image.</summary>
    /// <exception cref="ArgumentException">The samples are not images <c>[N, C, H, W]</c>.</exception>
    public Tensor Augment(Tensor samples, Generator random)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return Augment(samples, ones([], device: samples.device), random);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The samples are not images <c>[N, C, H, W]</c>.</exception>
    public Tensor Augment(Tensor samples, Tensor probability, Generator random)
    {
        ImageSamples.Require(samples, nameof(AdaPipeline));
        ArgumentNullException.ThrowIfNull(probability);
        using var scope = NewDisposeScope();
        var chance = new SampleChance(samples, uniform: 18, normal: 4, random);
        var images = AdaBlit.Apply(this, samples, probability, chance);
        images = AdaColor.Apply(this, images, probability, chance);
        return scope.MoveToOuter(AdaCorruption.Apply(this, images, probability, chance, random));
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(Flip is >= 0 and <= 1, "must be in [0, 1]", Flip)
            .Require(Rotation is >= 0 and <= 1, "must be in [0, 1]", Rotation)
            .InRange(Translation, 0, 1)
            .AtLeast(Brightness, 0)
            .AtLeast(Contrast, 0)
            .Require(LumaFlip is >= 0 and <= 1, "must be in [0, 1]", LumaFlip)
            .Require(Hue is >= 0 and <= 1, "must be in [0, 1]", Hue)
            .AtLeast(Saturation, 0)
            .AtLeast(Noise, 0)
            .Require(Cutout is >= 0 and <= 1, "must be in [0, 1]", Cutout);
    }
}
