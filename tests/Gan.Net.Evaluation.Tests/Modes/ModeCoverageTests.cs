using Gan.Net.Data;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Modes;

public sealed class ModeCoverageTests : IDisposable
{
    private readonly RingSource _ring = new(new RingOptions { Modes = 4, Radius = 1, StandardDeviation = 0.1 });

    public void Dispose() => _ring.Dispose();

    [Fact]
    public void Of_TheModesThemselves_IsAllOfThem()
    {
        var coverage = ModeCoverage.Of(_ring.Modes, _ring.Modes, 0.1);

        Assert.Equal((4, 4, 1.0, 0.0), (coverage.Covered, coverage.Modes, coverage.HighQuality, coverage.KlToUniform));
        Assert.Equal("4 of 4 modes, 100.0 % of 4 samples of high quality, KL 0.0000", coverage.ToString());
    }

    [Fact]
    public void ToString_NoSampleNearAMode_HasNoDivergence()
    {
        using var points = tensor(new float[,] { { 0, 0 }, { 5, 5 } });

        Assert.Equal("0 of 4 modes, 0.0 % of 2 samples of high quality", ModeCoverage.Of(points, _ring.Modes, 0.1).ToString());
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Of_PointsFarAndNear_CountsTheNearOnes(string deviceName)
    {
        // Modes at the right and above. Within 0.3 of a mode: the first, second and fourth point.
        using var points = tensor(new float[,] { { 1.29f, 0 }, { 0.8f, -0.2f }, { 0, 1.31f }, { 0, 0.75f }, { 0.4f, 0.1f } }).to(device(deviceName));

        var coverage = ModeCoverage.Of(points, _ring.Modes, 0.1);

        Assert.Equal((2, 0.6, 5), (coverage.Covered, coverage.HighQuality!.Value, coverage.Samples));
        Assert.Equal([2, 1, 0, 0], coverage.Counts);
        Assert.Equal((2.0 / 3 * Math.Log(2.0 / 3 * 4)) + (1.0 / 3 * Math.Log(1.0 / 3 * 4)), coverage.KlToUniform, 1e-12);
    }

    [Fact]
    public void Of_PointsFarAndNear_AllSamplesCountInTheirHistogram()
    {
        using var points = tensor(new float[,] { { 1.29f, 0 }, { 0.8f, -0.2f }, { 0, 1.31f }, { 0, 0.75f }, { 0.4f, 0.1f }, { float.NaN, 0 } });

        var coverage = ModeCoverage.Of(points, _ring.Modes, 0.1, new ModeCoverageOptions { Histogram = ModeHistogram.AllSamples });

        Assert.Equal([3, 2, 0, 0], coverage.Counts);
        Assert.Equal((2, 0.5), (coverage.Covered, coverage.HighQuality!.Value));
    }

    [Fact]
    public void Of_APointAtTheLimit_IsNotOfHighQuality()
    {
        using var points = tensor(new double[,] { { 1.5, 0 }, { 1.4999999, 0 } });

        Assert.Equal(0.5, ModeCoverage.Of(points, _ring.Modes, 0.25, new ModeCoverageOptions { Deviations = 2 }).HighQuality);
    }

    [Fact]
    public void D2GanPresets_OnItsRing_MeasureInTheirOwnDeviation()
    {
        using var points = tensor(new float[,] { { 1.2f, 0 }, { 1.05f, 0 } });

        Assert.Equal(1.0, ModeCoverage.Of(points, _ring.Modes, 1e-3, ModeCoverageOptions.D2GanCovariance).HighQuality);
        Assert.Equal(0.5, ModeCoverage.Of(points, _ring.Modes, 1e-3, ModeCoverageOptions.D2GanDeviation).HighQuality);
        Assert.Equal(0.0, ModeCoverage.Of(points, _ring.Modes, 1e-3).HighQuality);
    }

    [Fact]
    public void Add_InBatches_CountsAsAtOnce()
    {
        using var source = new GridSource(GridOptions.PacGan, new DrawOptions { BatchSize = 500 });
        using var coverage = new ModeCoverage(source.Modes, source.StandardDeviation);
        using var scope = NewDisposeScope();
        var batches = Enumerable.Range(0, 5).Select(i => source.GetBatch(i).Samples).ToArray();
        foreach (var batch in batches)
        {
            coverage.Add(batch);
        }

        var streamed = coverage.Compute();
        var whole = ModeCoverage.Of(cat(batches), source.Modes, source.StandardDeviation);
        Assert.Equal(whole.Counts, streamed.Counts);
        Assert.Equal((2500, whole.HighQuality, whole.Covered), (streamed.Samples, streamed.HighQuality, streamed.Covered));

        coverage.Reset();
        coverage.Add(batches[0]);
        Assert.Equal(500, coverage.Compute().Samples);
    }

    [Fact]
    public void Results_OfACount_CarryTheProtocol()
    {
        var coverage = ModeCoverage.Of(_ring.Modes, _ring.Modes, 0.1, ModeCoverageOptions.D2GanDeviation with { Histogram = ModeHistogram.AllSamples });

        Assert.Equal(
            ["modes-of4-3sigma0.02-all-4", "high-quality-of4-3sigma0.02-all-4", "mode-kl-of4-3sigma0.02-all-4"],
            coverage.Results.Select(result => result.Name));
        Assert.Equal([4, 1, 0], coverage.Results.Select(result => result.Value));
        Assert.Equal(
            ["modes-of4-3sigma-4", "high-quality-of4-3sigma-4", "mode-kl-of4-3sigma-4"],
            ModeCoverage.Of(_ring.Modes, _ring.Modes, 0.1).Results.Select(result => result.Name));
    }

    [Fact]
    public void Add_OfTheWrongShape_SaysTheRightOne()
    {
        using var coverage = new ModeCoverage(_ring.Modes, 0.1);
        using var wrong = zeros(3, 5);

        var error = Assert.Throws<ArgumentException>(() => coverage.Add(wrong));
        Assert.Equal("The samples are [3, 5]; expected [N, 2], as the modes have it. (Parameter 'samples')", error.Message);
        Assert.Equal("No sample was added. Call Add first.", Assert.Throws<TooFewSamplesException>(() => coverage.Compute()).Message);
    }

    [Fact]
    public void Constructor_BadOptions_NamesEachOne()
    {
        var error = Assert.Throws<ArgumentException>(() => new ModeCoverage(
            _ring.Modes, 0.1, new ModeCoverageOptions { SampleCount = 0, Deviations = 0, StandardDeviation = -1, Histogram = (ModeHistogram)7 }));

        Assert.Equal(
            "ModeCoverageOptions: SampleCount must be at least 1, was 0; Deviations must be positive, was 0; "
            + "StandardDeviation must be positive, or null for the data's, was -1; Histogram must be a known choice, was 7.",
            error.Message);
        Assert.Equal("ModeCoverage: standardDeviation must be positive, was 0.", Assert.Throws<ArgumentException>(() => new ModeCoverage(_ring.Modes, 0)).Message);
    }

    [Fact]
    public void KlTo_WeightsThatDoNotFit_SaysHowMany()
    {
        var coverage = ModeCoverage.Of(_ring.Modes, _ring.Modes, 0.1);

        Assert.Equal(
            "3 weights with the sum 6 were given; expected 4, none negative, with a positive sum. (Parameter 'weights')",
            Assert.Throws<ArgumentException>(() => coverage.KlTo([1, 2, 3])).Message);
        Assert.Throws<ArgumentException>(() => coverage.KlTo([1, 2, 3, -1]));
        Assert.Throws<ArgumentException>(() => coverage.KlTo([0, 0, 0, 0]));
        Assert.Equal(double.PositiveInfinity, coverage.KlTo([1, 1, 1, 0]));
    }

    [Fact]
    public void KlToUniform_NothingOfHighQuality_IsNoNumber()
    {
        using var far = ones(2, 2).mul(50);

        var coverage = ModeCoverage.Of(far, _ring.Modes, 0.1);

        Assert.Equal((0, 0.0), (coverage.Covered, coverage.HighQuality!.Value));
        Assert.True(double.IsNaN(coverage.KlToUniform));
        Assert.EndsWith(" of high quality", coverage.ToString(), StringComparison.Ordinal);
    }
}
