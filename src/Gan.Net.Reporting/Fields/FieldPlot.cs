using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>
/// Draws a two-dimensional GAN as its demonstrations do: the discriminator's probability as shading (teal where it says real, plum
/// where it says generated, dark where it does not know), the line where the probability is one half, real points in cyan,
/// generated ones in pink, and arrows that say where the generator's loss pushes them. x grows to the right, y upwards.
/// </summary>
public static class FieldPlot
{
    private const double LineWidth = 1.6;
    private const double ArrowWidth = 1.1;

    /// <summary>Draws a field and what lives in it.</summary>
    /// <param name="field">What the discriminator says; the picture shows the square it spans.</param>
    /// <param name="real">Real points <c>[N, 2]</c> on any device, or null for none; they stay the caller's.</param>
    /// <param name="generated">Generated points <c>[M, 2]</c>, or null for none; they stay the caller's.</param>
    /// <param name="pushes">What <see cref="SamplePush.Of"/> gave for the generated points, <c>[M, 2]</c>, or null for no arrows.</param>
    /// <param name="options">Size and strength; null for the defaults.</param>
    /// <exception cref="ArgumentException">Points or pushes have another shape, or an option is out of range.</exception>
    public static PixelImage Draw(DiscriminatorField field, Tensor? real, Tensor? generated, Tensor? pushes = null, FieldPlotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        options = (options ?? new FieldPlotOptions()).Checked();
        var (realPoints, generatedPoints) = (PlaneView.Read(real, nameof(real)), PlaneView.Read(generated, nameof(generated)));
        var directions = PlaneView.Read(pushes, nameof(pushes));
        if (pushes is not null && directions.Length != generatedPoints.Length)
        {
            throw new ArgumentException($"There are {directions.Length / 2} pushes for {generatedPoints.Length / 2} generated points. Give one for each.", nameof(pushes));
        }

        var view = new PlaneView(field.Limit, options.Size);
        var image = new PixelImage(options.Size, options.Size, 3);
        var canvas = new Canvas(image);
        var shading = FieldShading.Of(field, options.DecisionPoint);
        canvas.Fill((column, row) => shading.At(field.LogitAt((column - options.Size / 2.0) / view.Scale, (options.Size / 2.0 - row) / view.Scale)));
        DrawLine(canvas, view, field, options.DecisionPoint);
        view.DrawPoints(canvas, realPoints, PointColours.Real, options.PointRadius, options.Opacity);
        view.DrawPoints(canvas, generatedPoints, PointColours.Generated, options.PointRadius, options.Opacity);
        DrawArrows(canvas, view, generatedPoints, directions, options);
        canvas.DrawTitle(options.Title);
        return image;
    }

    private static void DrawLine(Canvas canvas, PlaneView view, DiscriminatorField field, double? level)
    {
        foreach (var piece in level is null ? [] : ContourLine.Find(field, level.Value))
        {
            canvas.DrawLine(view.Column(piece.X1), view.Row(piece.Y1), view.Column(piece.X2), view.Row(piece.Y2), LineWidth, PointColours.Line, 1);
        }
    }

    private static void DrawArrows(Canvas canvas, PlaneView view, float[] points, float[] pushes, FieldPlotOptions options)
    {
        var shown = Enumerable.Range(0, Math.Min(options.Arrows, pushes.Length / 2))
            .Where(i => view.Holds(points[2 * i], points[2 * i + 1]) && float.IsFinite(pushes[2 * i]) && float.IsFinite(pushes[2 * i + 1]))
            .ToArray();
        var longest = shown.Select(i => double.Hypot(pushes[2 * i], pushes[2 * i + 1])).DefaultIfEmpty(0).Max();
        var pixels = longest > 0 ? options.LongestArrow * options.Size / longest : 0;
        foreach (var i in shown)
        {
            var (column, row) = (view.Column(points[2 * i]), view.Row(points[2 * i + 1]));
            canvas.DrawArrow(column, row, column + pixels * pushes[2 * i], row - pixels * pushes[2 * i + 1], ArrowWidth, PointColours.Arrow, 0.85);
        }
    }
}
