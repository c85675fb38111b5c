using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests;

public sealed class LatentPathsTests
{
    // A third of the right angle: the sines of 60 and of 30 degrees weigh the ends.
    [Theory]
    [InlineData(LatentPath.Linear, 4 / 3.0, 1.0)]
    [InlineData(LatentPath.Spherical, 1.7320508075688772, 1.5)]
    [InlineData(LatentPath.UnitSpherical, 0.8660254037844386, 0.5)]
    public void Between_RightAngle_IsThePathsOwnLatent(LatentPath path, double x, double y)
    {
        var between = Between([2, 0], [0, 3], 1 / 3.0, path);

        Assert.Equal(x, between[0], 1e-12);
        Assert.Equal(y, between[1], 1e-12);
    }

    [Theory]
    [InlineData(1, 0, -1, 0)]
    [InlineData(0, 0, 0, 2)]
    [InlineData(2, 0, 4, 0)]
    public void Between_SphericalWithoutAnArc_IsTheLine(double x1, double y1, double x2, double y2) =>
        Assert.Equal(Between([x1, y1], [x2, y2], 0.25, LatentPath.Linear), Between([x1, y1], [x2, y2], 0.25, LatentPath.Spherical));

    private static double[] Between(double[] from, double[] to, double share, LatentPath path)
    {
        using var scope = NewDisposeScope();
        return LatentPaths.Between(tensor(from), tensor(to), tensor(share), path).data<double>().ToArray();
    }
}
