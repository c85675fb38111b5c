using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Latents;

public sealed class LatentInterpolationTests
{
    [Fact]
    public void Between_Linear_IsEvenOnTheLine() =>
        Assert.Equal([0f, 4, 1, 3, 2, 2, 3, 1, 4, 0], Between([0, 4], [4, 0], 5, LatentPath.Linear));

    [Fact]
    public void Between_SphericalRightAngle_IsEvenOnTheArc()
    {
        var (half, third) = (MathF.Sqrt(0.5f), MathF.Sqrt(3) / 2);

        Near([1, 0, third, 0.5f, 0.5f, third, 0, 1], Between([1, 0], [0, 1], 4, LatentPath.Spherical));
        Near([1, 0, half, half, 0, 1], Between([1, 0], [0, 1], 3, LatentPath.Spherical));
    }

    [Fact]
    public void Between_SphericalOtherLengths_WeighsTheEndsBySines()
    {
        var half = MathF.Sqrt(0.5f);

        Near([1, 0, half, 3 * half, 0, 3], Between([1, 0], [0, 3], 3, LatentPath.Spherical));
    }

    // One direction, opposite directions, none at all: no arc, so the line.
    [Theory]
    [InlineData(2f, 0f, 4f, 0f)]
    [InlineData(1f, 0f, -1f, 0f)]
    [InlineData(0f, 0f, 0f, 2f)]
    [InlineData(0f, 0f, 0f, 0f)]
    public void Between_SphericalWithoutAnArc_IsTheLine(float x1, float y1, float x2, float y2) =>
        Near(Between([x1, y1], [x2, y2], 3, LatentPath.Linear), Between([x1, y1], [x2, y2], 3, LatentPath.Spherical));

    [Fact]
    public void Between_HighDimension_SphericalKeepsTheLengthAndLinearLosesIt()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var (from, to) = (randn(4, 512, generator: random), randn(4, 512, generator: random));

        var (arc, line) = (Middles(LatentPath.Spherical), Middles(LatentPath.Linear));

        // sqrt(512) = 22.6, and its 0.71 in the middle of a line.
        Assert.All(arc, length => Assert.InRange(length, 21, 24.5));
        Assert.All(line, length => Assert.InRange(length, 14.5, 17.5));

        double[] Middles(LatentPath path) =>
            [.. LatentInterpolation.Between(from, to, 3, path).select(1, 1).square().sum(1).sqrt().data<float>().ToArray().Select(length => (double)length)];
    }

    [Fact]
    public void Between_SeveralPairs_AreRowsWithTheirOwnEnds()
    {
        using var scope = NewDisposeScope();
        var (from, to) = (tensor(new[] { 0f, 10f }, 2, 1), tensor(new[] { 2f, 20f }, 2, 1));

        var ways = LatentInterpolation.Between(from, to, 3, LatentPath.Linear);

        Assert.Equal([2, 3, 1], ways.shape);
        Assert.Equal([0f, 1, 2, 10, 15, 20], ways.data<float>().ToArray());
    }

    [Fact]
    public void Between_OtherShapes_AreRefused()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => LatentInterpolation.Between(zeros(2, 3), zeros(2, 4), 3, LatentPath.Linear));

        Assert.StartsWith("The latents are [2, 3] and [2, 4]; expected [K, size] alike.", error.Message);
    }

    private static float[] Between(float[] from, float[] to, int steps, LatentPath path)
    {
        using var scope = NewDisposeScope();
        return LatentInterpolation.Between(tensor(from, 1, from.Length), tensor(to, 1, to.Length), steps, path).data<float>().ToArray();
    }

    private static void Near(float[] expected, float[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-6);
}
