using System.Globalization;

namespace Gan.Net.Reporting;

/// <summary>Numbers as an axis and a legend write them.</summary>
internal static class PlotNumbers
{
    /// <summary>The labels of evenly spaced ticks, all in one unit and with as many decimals as their distance needs.</summary>
    public static string[] OfTicks(IReadOnlyList<double> ticks)
    {
        var largest = ticks.Count == 0 ? 0 : ticks.Max(Math.Abs);
        if (largest is >= 1e13 or (< 1e-3 and > 0))
        {
            return [.. ticks.Select(Alone)];
        }

        var (unit, sign) = largest switch { >= 1e9 => (1e9, "G"), >= 1e6 => (1e6, "M"), >= 1e4 => (1e3, "k"), _ => (1.0, "") };
        var step = ticks.Count > 1 ? (ticks[1] - ticks[0]) / unit : 1;
        var format = "F" + Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9)).ToString(CultureInfo.InvariantCulture);
        return [.. ticks.Select(tick => Math.Abs(tick) < step * unit * 1e-6 ? "0" : Minus((tick / unit).ToString(format, CultureInfo.InvariantCulture) + sign))];
    }

    /// <summary>A number that stands for itself, in about four digits.</summary>
    public static string Alone(double value) => Minus(Math.Abs(value) switch
    {
        0 => "0",
        >= 1e5 or < 1e-3 => value.ToString("0.##e0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.###", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    });

    private static string Minus(string number) => number.Replace('-', '−');
}
