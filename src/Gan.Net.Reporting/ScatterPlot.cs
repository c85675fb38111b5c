using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>
/// Draws points of the plane: real ones cyan, generated ones pink above them, on a dark ground with the axes. Both axes have one
/// scale, x grows to the right and y upwards.
/// </summary>
public static class ScatterPlot
{
    /// <summary>Draws points.</summary>
    /// <param name="real">Real points <c>[N, 2]</c> on any device, or null for none; they stay the caller's.</param>
    /// <param name="generated">Generated points <c>[M, 2]</c> on any device, or null for none; they stay the caller's. NaN and infinity are left out.</param>
    /// <param name="options">Size and view; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no points at all, they have another shape, or an option is out of range.</exception>
    public static PixelImage Draw(Tensor? real, Tensor? generated = null, ScatterPlotOptions? options = null)
    {
        options = (options ?? new ScatterPlotOptions()).Checked();
        var realPoints = PlaneView.Read(real, nameof(real));
        var generatedPoints = PlaneView.Read(generated, nameof(generated));
        if (real is null && generated is null)
        {
            throw new ArgumentException("There are no points: give real ones, generated ones, or both.", nameof(real));
        }

        var view = new PlaneView(options.Limit ?? PlaneView.LimitFor(real is null ? generatedPoints : realPoints), options.Size);
        var image = new PixelImage(options.Size, options.Size, 3);
        var canvas = new Canvas(image);
        canvas.Fill((_, _) => PointColours.Ground);
        canvas.DrawAxes(PointColours.Axis);
        view.DrawPoints(canvas, realPoints, PointColours.Real, options.PointRadius, options.Opacity);
        view.DrawPoints(canvas, generatedPoints, PointColours.Generated, options.PointRadius, options.Opacity);
        canvas.DrawTitle(options.Title);
        return image;
    }

    /// <summary>Draws points and writes the picture in the format the file's name ends with (.png, .jpg, .webp); a file that is there is replaced in a single step.</summary>
    /// <param name="path">The file.</param>
    /// <param name="real">Real points <c>[N, 2]</c>, or null for none.</param>
    /// <param name="generated">Generated points <c>[M, 2]</c>, or null for none.</param>
    /// <param name="options">Size and view; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no points at all, they have another shape, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Tensor? real, Tensor? generated = null, ScatterPlotOptions? options = null) =>
        PictureFile.Write(Draw(real, generated, options), path);
}
