using System.Globalization;
using System.Net;
using System.Text;

namespace Gan.Net.Reporting;

/// <summary>One plot while it is drawn.</summary>
internal sealed class LinePlotDrawing
{
    private const double Edge = 12;
    private const double PixelsPerStretch = 2;

    private readonly StringBuilder _svg = new();
    private readonly LinePlotOptions _options;
    private readonly SeriesEnvelope[] _curves;
    private readonly LinePlotLegend _legend;
    private readonly PlotAxis _across;
    private readonly PlotAxis _up;
    private readonly double _left;
    private readonly double _top;
    private readonly double _right;
    private readonly double _bottom;

    public LinePlotDrawing(IReadOnlyList<PlotSeries> series, LinePlotOptions options)
    {
        _options = options;
        _legend = new LinePlotLegend(series, options.Width - 2 * Edge);
        _curves = [.. series.Select(one => SeriesEnvelope.Of(one, (int)(options.Width / PixelsPerStretch), InMeasure))];
        _top = Edge + (options.Title.Length > 0 ? 20 : 0) + _legend.Rows * LinePlotLegend.RowHeight + 4;
        _bottom = options.Height - (options.XLabel.Length > 0 ? 42 : 26);
        _up = UpAxis((int)Math.Clamp((_bottom - _top) / 28, 2, 10));
        _left = Edge + 8 + _up.Labels.Select(LinePlotLegend.WidthOf).DefaultIfEmpty(0).Max();
        _right = options.Width - Edge - 6;
        _across = PlotAxis.Exact(_curves.SelectMany(curve => curve.X), (int)Math.Clamp((_right - _left) / 80, 2, 12));
    }

    public string Draw()
    {
        var name = Escape(_options.Title.Length > 0 ? _options.Title : "Curves");
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gan-plot\" role=\"img\" aria-label=\"{name}\" ");
        Add($"width=\"{_options.Width}\" height=\"{_options.Height}\" viewBox=\"0 0 {_options.Width} {_options.Height}\" ");
        // Where the axes lie and what the horizontal one spans, for pages that draw on the plot.
        Add($"data-area=\"{_left:F1} {_top:F1} {_right:F1} {_bottom:F1}\" data-range=\"{_across.Low:R} {_across.High:R}\"><style>{LinePlotStyle.Css}</style>\n");
        DrawHead();
        DrawAxes();
        for (var i = _curves.Length - 1; i >= 0; i--)
        {
            DrawCurve(_curves[i], i + 1);
        }

        DrawMarks();
        return _svg.Append("</svg>\n").ToString();
    }

    private void DrawHead()
    {
        var y = Edge;
        if (_options.Title.Length > 0)
        {
            Add($"<text class=\"title\" x=\"{Edge}\" y=\"{y + 10}\">{Escape(_options.Title)}</text>\n");
            y += 20;
        }

        for (var i = 0; i < _legend.Entries.Count; i++)
        {
            var (x, row, name, value) = _legend.Entries[i];
            var (from, middle) = (Edge + x, y + row * LinePlotLegend.RowHeight + 7);
            Add($"<path class=\"curve stroke-{i + 1}\" style=\"stroke-width:3\" d=\"M{from:F1} {middle:F1}h16\"/>");
            Add($"<text x=\"{from + 22:F1}\" y=\"{middle + 4:F1}\">{Escape(name)} <tspan opacity=\".7\">{value}</tspan></text>\n");
        }
    }

    private void DrawAxes()
    {
        for (var i = 0; i < _up.Ticks.Length; i++)
        {
            var y = Y(_up.Ticks[i]);
            Add($"<path class=\"grid\" d=\"M{_left:F1} {y:F1}H{_right:F1}\"/><text class=\"small\" text-anchor=\"end\" x=\"{_left - 6:F1}\" y=\"{y + 4:F1}\">{_up.Labels[i]}</text>\n");
        }

        Add($"<path class=\"grid\" d=\"M{_left:F1} {_bottom:F1}H{_right:F1}\"/>\n");
        for (var i = 0; i < _across.Ticks.Length; i++)
        {
            var x = X(_across.Ticks[i]);
            Add($"<path class=\"grid\" d=\"M{x:F1} {_bottom:F1}v4\"/><text class=\"small\" text-anchor=\"middle\" x=\"{x:F1}\" y=\"{_bottom + 17:F1}\">{_across.Labels[i]}</text>\n");
        }

        Add($"<text class=\"small\" text-anchor=\"middle\" x=\"{(_left + _right) / 2:F1}\" y=\"{_bottom + 34:F1}\">{Escape(_options.XLabel)}</text>\n");
        if (!_curves.Any(curve => curve.Middle.Any(double.IsFinite)))
        {
            Add($"<text text-anchor=\"middle\" x=\"{(_left + _right) / 2:F1}\" y=\"{(_top + _bottom) / 2:F1}\">nothing to show yet</text>\n");
        }
    }

    private void DrawCurve(SeriesEnvelope curve, int number)
    {
        foreach (var (first, end) in Runs(curve.Middle))
        {
            if (curve is { Low: { } low, High: { } high })
            {
                Add($"<path class=\"band fill-{number}\" d=\"");
                AddLine(curve.X, high, first, end, 'M');
                AddLine(curve.X, low, end - 1, first - 1, 'L');
                Add($"Z\"/>\n");
            }

            var alone = end - first == 1;
            Add($"<path class=\"{(alone ? "dot" : "curve")} stroke-{number}\" d=\"");
            AddLine(curve.X, curve.Middle, first, end, 'M');
            Add($"{(alone ? "h.01" : "")}\"/>\n");
        }
    }

    private void DrawMarks()
    {
        foreach (var mark in _options.Levels.Where(mark => _up.Holds(InMeasure(mark.At))))
        {
            var y = Y(InMeasure(mark.At));
            Add($"<path class=\"mark\" opacity=\".6\" d=\"M{_left:F1} {y:F1}H{_right:F1}\"/>");
            Add($"<text class=\"small\" text-anchor=\"end\" x=\"{_right - 4:F1}\" y=\"{y - 4:F1}\">{Escape(mark.Label)}</text>\n");
        }

        var row = 0;
        foreach (var mark in _options.Moments.Where(mark => _across.Holds(mark.At)))
        {
            var x = X(mark.At);
            var fits = x + 5 + LinePlotLegend.WidthOf(mark.Label) <= _right;
            Add($"<path class=\"mark\" opacity=\".6\" d=\"M{x:F1} {_top:F1}V{_bottom:F1}\"/>");
            Add($"<text class=\"small\" text-anchor=\"{(fits ? "start" : "end")}\" x=\"{(fits ? x + 5 : x - 5):F1}\" y=\"{_top + 10 + row++ % 6 * 13:F1}\">{Escape(mark.Label)}</text>\n");
        }
    }

    // From first to before end, in either direction.
    private void AddLine(double[] x, double[] y, int first, int end, char begin)
    {
        var step = end > first ? 1 : -1;
        for (var i = first; i != end; i += step)
        {
            Add($"{(i == first ? begin : 'L')}{X(x[i]):F1} {Y(y[i]):F1}");
        }
    }

    private PlotAxis UpAxis(int mostTicks)
    {
        var values = _curves.SelectMany(curve => (curve.Low ?? []).Concat(curve.High ?? []).Concat(curve.Middle))
            .Concat(_options.Levels.Select(mark => InMeasure(mark.At)));
        return _options.Scale == PlotScale.Logarithmic ? PlotAxis.OfLogarithms(values, mostTicks) : PlotAxis.WithRoom(values, mostTicks);
    }

    private double InMeasure(double value) => _options.Scale == PlotScale.Logarithmic ? (value > 0 ? Math.Log10(value) : double.NaN) : value;

    private double X(double value) => _left + _across.Place(value) * (_right - _left);

    private double Y(double measure) => _bottom - Math.Clamp(_up.Place(measure), 0, 1) * (_bottom - _top);

    private void Add(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<(int First, int End)> Runs(double[] values)
    {
        for (var first = 0; first < values.Length; first++)
        {
            if (double.IsFinite(values[first]))
            {
                var end = first;
                while (end < values.Length && double.IsFinite(values[end]))
                {
                    end++;
                }

                yield return (first, end);
                first = end;
            }
        }
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
