namespace Gan.Net.Reporting;

/// <summary>One axis: where numbers lie on it, and its ticks.</summary>
internal sealed class PlotAxis
{
    private readonly double _low;
    private readonly double _high;

    private PlotAxis(double low, double high, double[] ticks, string[] labels) => (_low, _high, Ticks, Labels) = (low, high, ticks, labels);

    public double Low => _low;

    public double High => _high;

    /// <summary>Ticks, in the axis' own measure: logarithms on a logarithmic one.</summary>
    public double[] Ticks { get; }

    public string[] Labels { get; }

    /// <summary>An axis that holds these numbers exactly.</summary>
    public static PlotAxis Exact(IEnumerable<double> values, int mostTicks)
    {
        var (low, high) = Range(values);

        // Its ends are seldom multiples themselves: often a smaller step fits as well.
        var ticks = NiceTicks.Multiples(low, high, NiceTicks.Step(high - low, mostTicks + 1));
        ticks = ticks.Length <= mostTicks ? ticks : NiceTicks.Multiples(low, high, NiceTicks.Step(high - low, mostTicks));
        return new PlotAxis(low, high, ticks, PlotNumbers.OfTicks(ticks));
    }

    /// <summary>An axis that holds these numbers with a little room, and zero where it is near.</summary>
    public static PlotAxis WithRoom(IEnumerable<double> values, int mostTicks)
    {
        var (low, high) = Range(values);
        var room = 0.05 * (high - low);
        (low, high) = (low >= 0 && low < 0.4 * high ? 0 : low - room, high <= 0 && high > 0.4 * low ? 0 : high + room);
        var ticks = NiceTicks.Multiples(low, high, NiceTicks.Step(high - low, mostTicks));
        return new PlotAxis(low, high, ticks, PlotNumbers.OfTicks(ticks));
    }

    /// <summary>An axis of ratios, from the base-ten logarithms of what it holds.</summary>
    public static PlotAxis OfLogarithms(IEnumerable<double> logarithms, int mostTicks)
    {
        var (low, high) = Range(logarithms);
        var room = 0.05 * (high - low);
        (low, high) = (Math.Clamp(low - room, -300, 299), Math.Clamp(high + room, -299, 300));  // where ten to their power is a number
        var ticks = NiceTicks.Decades(Math.Pow(10, low), Math.Pow(10, high), mostTicks);
        return new PlotAxis(low, high, [.. ticks.Select(Math.Log10)], [.. ticks.Select(PlotNumbers.Alone)]);
    }

    /// <summary>The share of the axis below a number.</summary>
    public double Place(double value) => (value - _low) / (_high - _low);

    public bool Holds(double value) => value >= _low && value <= _high;

    private static (double Low, double High) Range(IEnumerable<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high)
        {
            return (0, 1);
        }

        // A flat curve, and one whose range would overflow, still need a length.
        (low, high) = (Math.Max(low, -1e300), Math.Min(high, 1e300));
        var least = Math.Max(1e-12 * Math.Max(Math.Abs(low), Math.Abs(high)), 1e-300);
        var half = low == 0 && high == 0 ? 1 : Math.Max(0.1 * Math.Abs(high), 1e-290);
        return high - low > least ? (low, high) : (low - half, high + half);
    }
}
