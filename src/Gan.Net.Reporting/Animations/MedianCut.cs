namespace Gan.Net.Reporting;

/// <summary>
/// Chooses a palette: cuts the box of colours with the largest squared error across its widest channel, again and again, each time
/// where the error falls most (median cut, Heckbert 1982, with the cut of Wu 1991), then moves the colours to the means of what is
/// nearest to them (Lloyd 1982).
/// </summary>
internal static class MedianCut
{
    private const int Moves = 4;

    /// <summary>At most <paramref name="most"/> colours, and no more than bins.</summary>
    public static IReadOnlyList<Colour> Choose(ColourBin[] bins, int most)
    {
        var boxes = new List<Box> { new(bins, 0, bins.Length) };
        while (boxes.Count < most && boxes.MaxBy(box => box.Error) is { Error: > 0 } widest)
        {
            var at = widest.FindCut();
            boxes[boxes.IndexOf(widest)] = new Box(bins, widest.First, at);
            boxes.Add(new Box(bins, at, widest.End));
        }

        return Refine(bins, [.. boxes.Select(box => box.Mean)]);
    }

    private static IReadOnlyList<Colour> Refine(ColourBin[] bins, double[][] colours)
    {
        for (var move = 0; move < Moves; move++)
        {
            var sums = new double[colours.Length, 4];
            foreach (var bin in bins)
            {
                var nearest = Nearest(bin, colours);
                sums[nearest, 0] += bin.Weight * bin.Red;
                sums[nearest, 1] += bin.Weight * bin.Green;
                sums[nearest, 2] += bin.Weight * bin.Blue;
                sums[nearest, 3] += bin.Weight;
            }

            for (var i = 0; i < colours.Length; i++)
            {
                if (sums[i, 3] > 0)
                {
                    colours[i] = [sums[i, 0] / sums[i, 3], sums[i, 1] / sums[i, 3], sums[i, 2] / sums[i, 3]];
                }
            }
        }

        return [.. colours.Select(colour => new Colour((byte)Math.Round(colour[0]), (byte)Math.Round(colour[1]), (byte)Math.Round(colour[2])))];
    }

    private static int Nearest(ColourBin bin, double[][] colours)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < colours.Length; i++)
        {
            var (red, green, blue) = (colours[i][0] - bin.Red, colours[i][1] - bin.Green, colours[i][2] - bin.Blue);
            var square = red * red + green * green + blue * blue;
            if (square < least)
            {
                (best, least) = (i, square);
            }
        }

        return best;
    }

    /// <summary>A stretch of the bins, whose order within it is the box's to change.</summary>
    private sealed class Box
    {
        private readonly ColourBin[] _bins;
        private readonly int _widest;

        public Box(ColourBin[] bins, int first, int end)
        {
            (_bins, First, End) = (bins, first, end);
            var (weight, errors) = (0.0, new double[3]);
            for (var i = first; i < end; i++)
            {
                weight += bins[i].Weight;
                for (var channel = 0; channel < 3; channel++)
                {
                    Mean[channel] += bins[i].Weight * (bins[i].Channel(channel) - Mean[channel]) / weight;
                }
            }

            for (var i = first; i < end; i++)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    var distance = bins[i].Channel(channel) - Mean[channel];
                    errors[channel] += bins[i].Weight * distance * distance;
                }
            }

            _widest = Array.IndexOf(errors, errors.Max());
            Error = end - first > 1 ? errors.Sum() : 0;
        }

        public int First { get; }

        public int End { get; }

        public double[] Mean { get; } = new double[3];

        /// <summary>The weighted sum of squared distances from the mean; 0 for a box that cannot be cut.</summary>
        public double Error { get; }

        /// <summary>Orders the bins along the widest channel and returns where the second half begins.</summary>
        public int FindCut()
        {
            var stretch = _bins.AsSpan(First, End - First);
            stretch.Sort((a, b) => a.Channel(_widest).CompareTo(b.Channel(_widest)) is var order and not 0 ? order : a.Index.CompareTo(b.Index));
            var (whole, wholeSum) = (0.0, 0.0);
            foreach (var bin in stretch)
            {
                whole += bin.Weight;
                wholeSum += bin.Weight * bin.Channel(_widest);
            }

            // The two halves' errors are least where the sum of (sum²/weight) of both is greatest.
            var (best, most, weight, sum) = (1, double.NegativeInfinity, 0.0, 0.0);
            for (var i = 0; i < stretch.Length - 1; i++)
            {
                weight += stretch[i].Weight;
                sum += stretch[i].Weight * stretch[i].Channel(_widest);
                var gain = sum * sum / weight + (wholeSum - sum) * (wholeSum - sum) / (whole - weight);
                if (gain > most)
                {
                    (best, most) = (i + 1, gain);
                }
            }

            return First + best;
        }
    }
}
