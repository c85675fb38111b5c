using System.Text;
using Gan.Net.IO;

namespace Gan.Net.Reporting;

/// <summary>
/// Draws curves as SVG: axes with round numbers, a legend with each curve's last value, and, for series with more points than the
/// plot has room for, the mean with a band from the least to the greatest value, so that no spike is lost.
/// <para>
/// The picture stands alone as a file and can be put into a page as it is. It follows the reader's choice of a light or dark scheme; a
/// page with a switch of its own sets the CSS properties <c>--plot-ink</c> (text), <c>--plot-line</c> (grid) and
/// <c>--plot-1</c> to <c>--plot-8</c> (curves), which win. It takes the width it is given, up to its own.
/// </para>
/// </summary>
public static class LinePlot
{
    /// <summary>The curves that can be told apart in one plot.</summary>
    public const int MostSeries = 8;

    /// <summary>Draws curves.</summary>
    /// <param name="series">One to <see cref="MostSeries"/> of them, the first on top. All may be empty: the plot then says so.</param>
    /// <param name="options">Title, size, scale and marks; null for the defaults.</param>
    /// <returns>One <c>svg</c> element, without an XML declaration.</returns>
    /// <exception cref="ArgumentException">There are no series or too many, a series' lists do not fit together, or an option is out of range.</exception>
    public static string Draw(IReadOnlyList<PlotSeries> series, LinePlotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        options = (options ?? new LinePlotOptions()).Checked();
        if (series.Count is < 1 or > MostSeries)
        {
            throw new ArgumentException($"A plot takes 1 to {MostSeries} series; {series.Count} were given. Draw several plots.", nameof(series));
        }

        foreach (var one in series)
        {
            one.Check();
        }

        return new LinePlotDrawing(series, options).Draw();
    }

    /// <summary>Draws curves into an SVG file; one that is there is replaced in a single step.</summary>
    /// <param name="path">The file.</param>
    /// <param name="series">One to <see cref="MostSeries"/> of them.</param>
    /// <param name="options">Title, size, scale and marks; null for the defaults.</param>
    /// <exception cref="ArgumentException">As <see cref="Draw"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<PlotSeries> series, LinePlotOptions? options = null)
    {
        var bytes = Encoding.UTF8.GetBytes(Draw(series, options));
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }
}
