using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>ADA's changes that move whole pixels: flip, then turn, then shift (Karras et al. 2020, appendix B, figure 21), as one look-up.</summary>
internal static class AdaBlit
{
    // For each pixel of the result the one it shows, found from the last change back to the first.
    public static Tensor Apply(AdaPipeline settings, Tensor images, Tensor probability, SampleChance chance)
    {
        var (height, width) = (images.shape[2], images.shape[3]);
        var flipped = chance.Happens(probability.mul(settings.Flip)).logical_and(chance.Uniform().lt(0.5)).view(-1, 1, 1);
        var turns = Turns(chance.Happens(probability.mul(settings.Rotation)), height == width, chance).view(-1, 1, 1);
        var shifted = chance.Happens(probability);

        var columns = Shifted(ImageSamples.Lines(images, 3), width, settings, shifted, chance).unsqueeze(1);
        var rows = Shifted(ImageSamples.Lines(images, 2), height, settings, shifted, chance).unsqueeze(2);
        var (turnedRows, turnedColumns) = Turned(rows, columns, turns, height, width);
        turnedColumns = where(flipped, turnedColumns.mul(-1).add(width - 1), turnedColumns);

        var from = turnedRows.mul(width).add(turnedColumns).flatten(1).unsqueeze(1);
        return images.flatten(2).gather(2, from.expand(-1, images.shape[1], -1)).view(images.shape);
    }

    private static Tensor Turns(Tensor happens, bool square, SampleChance chance) =>
        (square ? chance.Whole(4) : chance.Whole(2).mul(2)).mul(happens);

    // Quarter turns, counterclockwise, of the plane the lines lie in.
    private static (Tensor Rows, Tensor Columns) Turned(Tensor rows, Tensor columns, Tensor turns, long height, long width)
    {
        var (row, column) = (rows.mul(-1).add(height - 1), columns.mul(-1).add(width - 1));
        return (
            where(turns.eq(0), rows, where(turns.eq(1), columns, where(turns.eq(2), row, column))),
            where(turns.eq(0), columns, where(turns.eq(1), row, where(turns.eq(2), column, rows))));
    }

    // [N, size]
    private static Tensor Shifted(Tensor lines, long size, AdaPipeline settings, Tensor happens, SampleChance chance)
    {
        var shift = chance.Either().mul(settings.Translation * size).round().clamp(1 - size, size - 1).mul(happens).to(ScalarType.Int64);
        return ImageSamples.Reflected(lines.sub(shift.unsqueeze(1)), size);
    }
}
