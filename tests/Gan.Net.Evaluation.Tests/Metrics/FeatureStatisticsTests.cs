using Gan.Net.Evaluation.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class FeatureStatisticsTests
{
    [Theory]
    [InlineData("few")]
    [InlineData("many")]
    public void MeanAndCovariance_RandomFeatures_AreNumPys(string name)
    {
        using var scope = NewDisposeScope();
        var fixture = new MetricCase(name);
        using var statistics = new FeatureStatistics();
        statistics.Add(fixture.Table("real"));

        Assert.Equal(fixture.Numbers("mean"), statistics.Mean().data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-13);
        Assert.InRange((statistics.Covariance() - fixture.Table("covariance")).abs().max().ToDouble(), 0, 1e-12);
    }

    [Fact]
    public void Covariance_ManyRowsAndColumns_IsThatOfAllAtOnce()
    {
        using var scope = NewDisposeScope();
        var rows = randn([3000, 600], dtype: ScalarType.Float64, generator: new Generator(1)).add(3);
        using var statistics = new FeatureStatistics();
        foreach (var batch in rows.split(700))
        {
            statistics.Add(batch);
        }

        var centred = rows - rows.mean([0]);
        Assert.Equal((3000, 600), (statistics.Count, statistics.Size));
        Assert.InRange((statistics.Covariance(0) - centred.t().mm(centred).div(3000)).abs().max().ToDouble(), 0, 1e-12);
        Assert.InRange((statistics.Mean() - rows.mean([0])).abs().max().ToDouble(), 0, 1e-13);
    }

    // Raw second moments of these would have no correct digit left: 1e16 beside a variance of 1.
    [Fact]
    public void Covariance_FarFromZero_LosesNoDigits()
    {
        using var scope = NewDisposeScope();
        var rows = arange(2000, dtype: ScalarType.Float64).remainder(2).mul(2).sub(1).unsqueeze(1);
        using var statistics = new FeatureStatistics();
        statistics.Add(rows.narrow(0, 0, 1500) + 1e8);
        statistics.Add(rows.narrow(0, 1500, 500) + 1e8);

        Assert.Equal(1, statistics.Covariance(0).ToDouble(), 1e-12);
    }

    [Fact]
    public void Add_BetweenComputations_GoesOn()
    {
        using var scope = NewDisposeScope();
        using var statistics = new FeatureStatistics();
        statistics.Add(tensor(new double[,] { { 1, 2 }, { 3, 5 } }));
        Assert.Equal([2, 3.5], statistics.Mean().data<double>().ToArray());
        statistics.Add(tensor(new float[,] { { 5, 2 } }));

        Assert.Equal([3, 3], statistics.Mean().data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([4, 0, 0, 3], statistics.Covariance().data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Add_UnfitRows_SaysWhy()
    {
        using var scope = NewDisposeScope();
        using var statistics = new FeatureStatistics();
        statistics.Add(zeros(2, 3));
        var (wide, whole, broken) = (zeros(2, 4), zeros(2, 3, dtype: ScalarType.Int64), full(2, 3, double.NaN, dtype: ScalarType.Float32));

        Assert.Equal("The values are Float32 [2, 4]; expected floats [N, 3], as those before. (Parameter 'rows')", Assert.Throws<ArgumentException>(() => statistics.Add(wide)).Message);
        Assert.Equal("The values are Int64 [2, 3]; expected floats [N, 3], as those before. (Parameter 'rows')", Assert.Throws<ArgumentException>(() => statistics.Add(whole)).Message);
        Assert.Equal(
            "The values hold NaN or infinity, of which no metric can be made. A generator that makes them has diverged. (Parameter 'rows')",
            Assert.Throws<ArgumentException>(() => statistics.Add(broken)).Message);
        Assert.Equal(2, statistics.Count);
        statistics.Reset();
        Assert.Equal("The statistics need at least 2 rows; they have 0. Add more first.", Assert.Throws<TooFewSamplesException>(() => statistics.Covariance()).Message);
    }
}
