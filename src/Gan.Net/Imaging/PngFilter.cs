namespace Gan.Net.Imaging;

/// <summary>The five row filters of PNG: each replaces a byte by its difference from a guess made of its left, upper and upper-left neighbours.</summary>
internal static class PngFilter
{
    public const int Count = 5;

    /// <summary>Turns differences back into pixels, in place.</summary>
    /// <param name="filter">0 none, 1 left, 2 up, 3 average, 4 Paeth.</param>
    /// <param name="row">The row's differences.</param>
    /// <param name="above">The row above, already pixels; zeros for the first row.</param>
    /// <param name="step">Bytes of a pixel.</param>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (var i = 0; i < row.Length && filter != 0; i++)
        {
            var left = i < step ? 0 : row[i - step];
            var upperLeft = i < step ? 0 : above[i - step];
            row[i] += Guess(filter, left, above[i], upperLeft);
        }
    }

    /// <summary>Writes a row's differences, and returns the sum of their sizes, by which filters are compared.</summary>
    /// <param name="filter">0 none, 1 left, 2 up, 3 average, 4 Paeth.</param>
    /// <param name="row">The row's pixels.</param>
    /// <param name="above">The row above; zeros for the first row.</param>
    /// <param name="step">Bytes of a pixel.</param>
    /// <param name="differences">Takes the differences; as long as the row.</param>
    public static long Apply(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> differences)
    {
        for (var i = 0; i < step; i++)
        {
            differences[i] = (byte)(row[i] - Guess(filter, 0, above[i], 0));
        }

        Differ(filter, row, above, step, differences);
        long sum = 0;
        foreach (var difference in differences[..row.Length])
        {
            sum += Math.Abs((sbyte)difference + 0);
        }

        return sum;
    }

    // All but the first pixel. One loop for each filter: choosing within a loop would take most of the time of writing a picture.
    private static void Differ(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> differences)
    {
        var here = row[step..];
        var left = row[..here.Length];
        var up = above.Slice(step, here.Length);
        var upperLeft = above[..here.Length];
        var into = differences.Slice(step, here.Length);
        switch (filter)
        {
            case 0:
                here.CopyTo(into);
                break;
            case 1:
                for (var i = 0; i < here.Length; i++)
                {
                    into[i] = (byte)(here[i] - left[i]);
                }

                break;
            case 2:
                for (var i = 0; i < here.Length; i++)
                {
                    into[i] = (byte)(here[i] - up[i]);
                }

                break;
            case 3:
                for (var i = 0; i < here.Length; i++)
                {
                    into[i] = (byte)(here[i] - ((left[i] + up[i]) >> 1));
                }

                break;
            default:
                for (var i = 0; i < here.Length; i++)
                {
                    into[i] = (byte)(here[i] - Paeth(left[i], up[i], upperLeft[i]));
                }

                break;
        }
    }

    private static byte Guess(int filter, int left, int up, int upperLeft) => filter switch
    {
        0 => 0,
        1 => (byte)left,
        2 => (byte)up,
        3 => (byte)((left + up) >> 1),
        _ => (byte)Paeth(left, up, upperLeft),
    };

    // The neighbour nearest to left + up - upperLeft; on a tie left wins, then up.
    private static int Paeth(int left, int up, int upperLeft)
    {
        var toLeft = Math.Abs(up - upperLeft);
        var toUp = Math.Abs(left - upperLeft);
        var toUpperLeft = Math.Abs(left + up - 2 * upperLeft);
        return toLeft <= toUp && toLeft <= toUpperLeft ? left : toUp <= toUpperLeft ? up : upperLeft;
    }
}
