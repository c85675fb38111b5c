namespace Gan.Net.Reporting;

/// <summary>Round numbers for an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class NiceTicks
{
    /// <summary>The smallest such step of which at most <paramref name="most"/> fit into a length.</summary>
    public static double Step(double length, int most)
    {
        var rough = length / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (factor * power >= rough * (1 - 1e-9))
            {
                return factor * power;
            }
        }

        return 10 * power;
    }

    /// <summary>The multiples of a step from low to high.</summary>
    public static double[] Multiples(double low, double high, double step)
    {
        var slack = step * 1e-9;
        var first = Math.Ceiling((low - slack) / step);
        var count = (int)Math.Floor((high + slack) / step - first) + 1;
        return [.. Enumerable.Range(0, Math.Max(0, count)).Select(i => (first + i) * step)];
    }

    /// <summary>Powers of ten between two positive numbers, at most about <paramref name="most"/>; with 2 and 5 times them where they are few.</summary>
    public static double[] Decades(double low, double high, int most)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        var stride = Math.Max(1, (last - first + most - 1) / most);
        double[] factors = Math.Log10(high / low) <= 2 ? [1, 2, 5] : [1];
        var ticks = Enumerable.Range(first, last - first + 1)
            .Where(power => power % stride == 0)
            .SelectMany(power => factors.Select(factor => factor * Math.Pow(10, power)))
            .Where(tick => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
            .ToArray();
        return ticks.Length >= 2 ? ticks : Multiples(low, high, Step(high - low, most));
    }
}
