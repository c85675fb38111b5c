using Gan.Net.Imaging;
using Gan.Net.Reporting;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Runs;

/// <summary>How the tool draws samples: points as a scatter, pictures as a grid.</summary>
internal static class Pictures
{
    public const int PointCount = 1000;
    private const int ImageCount = 100;

    /// <summary>How many samples make one picture of a run; with classes, whole rows of them.</summary>
    public static int CountFor(RunConfig config) => config.SampleShape.Count == 1 ? PointCount
        : config.Classes == 0 ? ImageCount
        : config.Classes * Math.Max(1, ImageCount / config.Classes);

    /// <summary>Draws samples <c>[N, 2]</c> or <c>[N, C, H, W]</c>; pictures with classes in a column for each.</summary>
    /// <param name="samples">The generated samples.</param>
    /// <param name="classes">Classes that the samples run through, or 0.</param>
    /// <param name="extent">For points: half the side of the square to show.</param>
    /// <param name="real">For points: real ones to draw beneath, or null.</param>
    public static PixelImage Draw(Tensor samples, int classes, double? extent, Tensor? real = null) =>
        samples.ndim == 2 ? ScatterPlot.Draw(real, samples, new ScatterPlotOptions { Limit = 1.1 * extent }) : SampleGrid.Draw(samples, GridFor(samples.shape[^1]) with { Columns = classes == 0 ? null : classes });

    /// <summary>A grid of pictures of this size: small ones are drawn larger, to be seen on today's screens.</summary>
    public static SampleGridOptions GridFor(long size) => new() { Scale = size <= 32 ? 2 : 1 };
}
