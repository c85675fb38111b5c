using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// Mirrors images left to right and shifts them by whole pixels in both directions; what a shift uncovers is filled by reflection at
/// the border, so shifts end one pixel short of the image's size.
/// </summary>
public sealed record FlipShiftAugmentation : IAugmentation
{
    /// <summary>The probability that an image is mirrored, in [0, 1]. Default 0.5.</summary>
    public double FlipProbability { get; init; } = 0.5;

    /// <summary>The farthest shift in pixels, at least 0; each whole number up to it is equally likely, either way. Default 4.</summary>
    public int MaxShift { get; init; } = 4;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The samples are not images <c>[N, C, H, W]</c>.</exception>
    public Tensor Augment(Tensor samples, Generator random)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim != 4)
        {
            throw new ArgumentException(
                $"The samples are [{string.Join(", ", samples.shape)}]; {nameof(FlipShiftAugmentation)} takes images [N, C, H, W]. Use {nameof(JitterAugmentation)} for vectors.",
                nameof(samples));
        }

        var (count, height, width) = (samples.shape[0], samples.shape[2], samples.shape[3]);
        var rows = Shifted(count, height, random);
        var columns = Shifted(count, width, random);
        columns = where(Draw.Uniform([count, 1], random).lt(FlipProbability), columns.mul(-1).add(width - 1), columns);
        return samples
            .gather(2, rows.view(count, 1, height, 1).to(samples.device).expand(samples.shape))
            .gather(3, columns.view(count, 1, 1, width).to(samples.device).expand(samples.shape));
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(FlipProbability is >= 0 and <= 1, "must be in [0, 1]", FlipProbability).AtLeast(MaxShift, 0);
    }

    // For each image the line of the original that each of its lines shows: [count, size].
    private Tensor Shifted(long count, long size, Generator random)
    {
        var farthest = Math.Min(MaxShift, size - 1);
        var offsets = Draw.Uniform([count, 1], random).mul((2 * farthest) + 1).floor().to(ScalarType.Int64).sub(farthest);
        var lines = offsets.add(arange(size)).abs();
        return lines.sub(size - 1).abs().mul(-1).add(size - 1);
    }
}
