namespace Gan.Net.Reporting;

/// <summary>Where the legend's entries stand: side by side, in as many rows as they need.</summary>
internal sealed class LinePlotLegend
{
    public const double RowHeight = 18;

    // Wide enough for the digits and small letters of the usual fonts at 12 pixels.
    private const double LetterWidth = 6.7;
    private const double KeyWidth = 22;
    private const double Gap = 18;

    public LinePlotLegend(IReadOnlyList<PlotSeries> series, double width)
    {
        var entries = new List<(double X, int Row, string Name, string Value)>();
        var (x, row) = (0.0, 0);
        foreach (var one in series)
        {
            var value = one.Y.LastOrDefault(double.IsFinite, double.NaN);
            var text = double.IsNaN(value) ? "no value" : PlotNumbers.Alone(value);
            var needed = KeyWidth + (one.Name.Length + 1 + text.Length) * LetterWidth + Gap;
            if (x > 0 && x + needed - Gap > width)
            {
                (x, row) = (0, row + 1);
            }

            entries.Add((x, row, one.Name, text));
            x += needed;
        }

        Entries = entries;
        Rows = row + 1;
    }

    /// <summary>Each series' place, name and last value.</summary>
    public IReadOnlyList<(double X, int Row, string Name, string Value)> Entries { get; }

    public int Rows { get; }

    /// <summary>About how wide a text is.</summary>
    public static double WidthOf(string text) => text.Length * LetterWidth;
}
