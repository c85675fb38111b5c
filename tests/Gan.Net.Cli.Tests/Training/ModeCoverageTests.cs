using Gan.Net.Cli.Training;
using Gan.Net.Data;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Tests.Training;

public sealed class ModeCoverageTests : IDisposable
{
    private readonly RingSource _ring = new(new RingOptions { Modes = 4, Radius = 1, StandardDeviation = 0.1 });

    public void Dispose() => _ring.Dispose();

    [Fact]
    public void Of_TheModesThemselves_IsAllOfThem()
    {
        var coverage = ModeCoverage.Of(_ring.Modes, _ring);

        Assert.Equal((4, 4, 1), (coverage.Covered, coverage.Modes, coverage.HighQuality));
        Assert.Equal("4 of 4 covered; 100 % of 2,500 samples within 3 deviations of one", coverage.ToString());
    }

    [Fact]
    public void Of_PointsFarAndNear_CountsTheNearOnes()
    {
        // Modes at the right and above. Within 0.3 of a mode: the first, second and fourth point.
        using var points = tensor(new float[,] { { 1.29f, 0 }, { 0.8f, -0.2f }, { 0, 1.31f }, { 0, 0.75f }, { 0, 0 } });

        var coverage = ModeCoverage.Of(points, _ring);

        Assert.Equal((2, 0.6), (coverage.Covered, coverage.HighQuality));
    }
}
