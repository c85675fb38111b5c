using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// DiffAugment (Zhao et al. 2020, section 4.1): the discriminator sees every image, real or generated, with other colours, shifted, and with a part
/// cut out, and the generator learns through that. For training with little data. Each change takes its amount at random for each
/// image; 0 leaves it out. Takes images <c>[N, C, H, W]</c>.
/// </summary>
public sealed record DiffAugment : IAugmentation
{
    /// <summary>The most that is added to all numbers of an image, at least 0: b of U(-b, b). Default 0.5, the authors'.</summary>
    public double Brightness { get; init; } = 0.5;

    /// <summary>How far channels are moved from their mean at each pixel, or towards it: a factor of U(1 - s, 1 + s). At least 0. Default 1, the authors'.</summary>
    public double Saturation { get; init; } = 1;

    /// <summary>How far pixels are moved from the image's mean, or towards it: a factor of U(1 - c, 1 + c). At least 0. Default 0.5, the authors'.</summary>
    public double Contrast { get; init; } = 0.5;

    /// <summary>The farthest shift as a share of the image's size, in [0, 1); whole pixels, zeros come in. Default 1/8, the authors'.</summary>
    public double Translation { get; init; } = 0.125;

    /// <summary>The side of the cut-out square as a share of the image's, in [0, 1]; zeros stand there. Default 1/2, the authors'.</summary>
    public double Cutout { get; init; } = 0.5;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The samples are not images <c>[N, C, H, W]</c>.</exception>
    public Tensor Augment(Tensor samples, Generator random)
    {
        ImageSamples.Require(samples, nameof(DiffAugment));
        using var scope = NewDisposeScope();
        var chance = new SampleChance(samples, uniform: 7, normal: 0, random);
        return scope.MoveToOuter(Cut(Shift(Colour(samples, chance), chance), chance));
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(Brightness, 0).AtLeast(Saturation, 0).AtLeast(Contrast, 0).InRange(Translation, 0, 1)
            .Require(Cutout is >= 0 and <= 1, "must be in [0, 1]", Cutout);
    }

    private Tensor Colour(Tensor images, SampleChance chance)
    {
        images = images.add(chance.Either().mul(Brightness).ForImages());
        var pixel = images.mean([1], keepdim: true);
        images = images.add(images.sub(pixel).mul(chance.Either().mul(Saturation).ForImages()));
        var image = images.mean([1, 2, 3], keepdim: true);
        return images.add(images.sub(image).mul(chance.Either().mul(Contrast).ForImages()));
    }

    private Tensor Shift(Tensor images, SampleChance chance)
    {
        var (rows, rowsInside) = Shifted(images, 2, chance);
        var (columns, columnsInside) = Shifted(images, 3, chance);
        return images.gather(2, rows.unsqueeze(-1).expand(images.shape)).gather(3, columns.unsqueeze(-2).expand(images.shape))
            .mul(rowsInside.unsqueeze(-1).logical_and(columnsInside.unsqueeze(-2)));
    }

    // For each image the line that each of its lines shows, and whether there is one: both [N, 1, size].
    private (Tensor Lines, Tensor Inside) Shifted(Tensor images, int dimension, SampleChance chance)
    {
        var size = images.shape[dimension];
        var farthest = (long)Math.Round(size * Translation, MidpointRounding.AwayFromZero);
        var lines = chance.Whole((2 * farthest) + 1).sub(farthest).view(-1, 1, 1).add(ImageSamples.Lines(images, dimension));
        return (lines.clamp(0, size - 1), lines.ge(0).logical_and(lines.lt(size)));
    }

    private Tensor Cut(Tensor images, SampleChance chance) =>
        images.mul(Hidden(images, 2, chance).unsqueeze(-1).logical_and(Hidden(images, 3, chance).unsqueeze(-2)).logical_not());

    // Whether each line runs through the square, [N, 1, size]. Its centre may be anywhere, so that it may reach beyond the border.
    private Tensor Hidden(Tensor images, int dimension, SampleChance chance)
    {
        var size = images.shape[dimension];
        var side = (long)Math.Round(size * Cutout, MidpointRounding.AwayFromZero);
        var first = chance.Whole(size + 1 - (side % 2)).sub(side / 2).view(-1, 1, 1);
        var lines = ImageSamples.Lines(images, dimension).sub(first);
        return lines.ge(0).logical_and(lines.lt(side));
    }
}
