using Gan.Net.Evaluation.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class NeighbourMetricTests
{
    [Fact]
    public void Compute_Waves_IsTheReferenceValue()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);

        Assert.Equal([.64, .64], Values(PrecisionRecall(5, RadiusLimit.Inclusive), real, generated));
        Assert.Equal([.924, .82], Values(DensityCoverage(5, RadiusLimit.Exclusive), real, generated), Close);
    }

    [Theory]
    [InlineData(3, .921875, .765625, 1.15755208333, .75390625)]
    [InlineData(5, .9609375, .7734375, .86328125, .76171875)]
    public void Compute_FillingSequences_IsTheReferenceValue(int k, double precision, double recall, double density, double coverage)
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Filling(256);

        Assert.Equal([.7548776662, .5698402910], real[0].data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-10);
        Assert.Equal([.5039021330, .0268243201], generated[0].data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-10);
        Assert.Equal([precision, recall], Values(PrecisionRecall(k, RadiusLimit.Inclusive), real, generated));
        Assert.Equal([density, coverage], Values(DensityCoverage(k, RadiusLimit.Exclusive), real, generated), Close);
    }

    [Theory]
    [InlineData(1, RadiusLimit.Inclusive, 1.4, .8333)]
    [InlineData(1, RadiusLimit.Exclusive, 1.4, .8333)]
    [InlineData(2, RadiusLimit.Inclusive, .9, 1)]
    [InlineData(2, RadiusLimit.Exclusive, .9, 1)]
    [InlineData(3, RadiusLimit.Inclusive, 1, 1)]
    [InlineData(3, RadiusLimit.Exclusive, 1, 1)]
    public void Compute_AFewNumbers_IsTheValueByHand(int k, RadiusLimit limit, double density, double coverage)
    {
        using var scope = NewDisposeScope();
        var real = tensor(new double[,] { { 0 }, { 1 }, { 2 }, { 3 }, { 4 }, { 10 } });
        var generated = tensor(new double[,] { { .5 }, { 1.5 }, { 2.2 }, { 9 }, { 20 } });

        Assert.Equal([density, coverage], Values(DensityCoverage(k, limit), real, generated), (x, y) => Math.Abs(x - y) < 5e-5);
        if (k == 3)
        {
            Assert.Equal([.8, 1], Values(PrecisionRecall(k, limit), real, generated));
        }
    }

    public static TheoryData<string, int, RadiusLimit> RandomCases()
    {
        var cases = new TheoryData<string, int, RadiusLimit>();
        foreach (var name in new[] { "few", "many", "line" })
        {
            foreach (var k in new[] { 1, 3, 5 })
            {
                cases.Add(name, k, RadiusLimit.Inclusive);
                cases.Add(name, k, RadiusLimit.Exclusive);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(RandomCases))]
    public void Compute_RandomFeatures_IsNumPysValue(string name, int k, RadiusLimit limit)
    {
        var fixture = new MetricCase(name);
        using var precisionRecall = PrecisionRecall(k, limit);
        using var densityCoverage = DensityCoverage(k, limit);
        fixture.Feed(precisionRecall);
        fixture.Feed(densityCoverage);

        Assert.Equal(fixture.Numbers("pr", $"{k}{limit}"), precisionRecall.Compute().Select(result => result.Value), Close);
        Assert.Equal(fixture.Numbers("dc", $"{k}{limit}"), densityCoverage.Compute().Select(result => result.Value), Close);
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Compute_OnADevice_IsNumPysValue(string deviceName)
    {
        var fixture = new MetricCase("many");
        using var precisionRecall = PrecisionRecall(3, RadiusLimit.Inclusive);
        using var densityCoverage = DensityCoverage(5, RadiusLimit.Exclusive);
        fixture.Feed(precisionRecall, deviceName);
        fixture.Feed(densityCoverage, deviceName);

        Assert.Equal(fixture.Numbers("pr", "3Inclusive"), precisionRecall.Compute().Select(result => result.Value), Close);
        Assert.Equal(fixture.Numbers("dc", "5Exclusive"), densityCoverage.Compute().Select(result => result.Value), Close);
    }

    // More than one block of rows and of columns, and a last one of each that is not full.
    [Fact]
    public void Compute_SeveralBlocks_IsTheValueWithoutBlocks()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3);
        var real = randn([2500, 17], generator: random);
        var generated = randn([1100, 17], generator: random).mul(0.9).add(0.1);
        static Tensor Squares(Tensor x, Tensor y) => cdist(x.to(ScalarType.Float64), y.to(ScalarType.Float64), 2, compute_mode.donot_use_mm_for_euclid_dist).square().to(ScalarType.Float32);
        static Tensor Radii(Tensor x, int k) => Squares(x, x).kthvalue(k + 1, 1).values;
        var across = Squares(generated, real);
        var within = across.lt(Radii(real, 5));

        Assert.Equal(
            [across.le(Radii(real, 3)).any(1).sum().ToInt64() / 1100.0, across.le(Radii(generated, 3).unsqueeze(1)).any(0).sum().ToInt64() / 2500.0],
            Values(new PrecisionRecall(), real, generated), (x, y) => Math.Abs(x - y) < 2.0 / 1100);
        Assert.Equal(
            [within.sum().ToInt64() / 5500.0, within.any(0).sum().ToInt64() / 2500.0],
            Values(new DensityCoverage(), real, generated), (x, y) => Math.Abs(x - y) < 2.0 / 2500);
    }

    // 1 - the product of (N - j) / (N + M - j): each real sample's k nearest among all others are real ones with equal chances.
    [Fact]
    public void DensityCoverage_OfTheSameDistribution_IsAsDerived()
    {
        const int N = 1500, M = 1000;
        using var scope = NewDisposeScope();
        using var random = new Generator(4);
        var values = Values(new DensityCoverage(), randn([N, 3], generator: random), randn([M, 3], generator: random));

        var expected = 1 - Enumerable.Range(1, 5).Aggregate(1.0, (product, j) => product * (N - j) / (N + M - j));
        Assert.Equal(1, values[0], 0.05);
        Assert.Equal(expected, values[1], 0.03);
        Assert.Equal(0.968773, 1 - Enumerable.Range(1, 5).Aggregate(1.0, (product, j) => product * (10_000 - j) / (20_000 - j)), 6);
    }

    // The example that prdc's authors print, whose seed is not known: two samples of the same 1,000 normal numbers.
    [LongFact]
    public void Compute_TenThousandNormalSamples_IsThePublishedExample()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(8);
        var (real, generated) = (randn([10_000, 1000], generator: random), randn([10_000, 1000], generator: random));

        var precisionRecall = Values(new PrecisionRecall(PrecisionRecallOptions.Prdc), real, generated);
        var densityCoverage = Values(new DensityCoverage(), real, generated);

        Assert.Equal(.4772, precisionRecall[0], 0.025);
        Assert.Equal(.4705, precisionRecall[1], 0.025);
        Assert.Equal(1.0555, densityCoverage[0], 0.1);
        Assert.Equal(.9735, densityCoverage[1], 0.01);
    }

    [Fact]
    public void Compute_Results_NameTheProtocol()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);
        static IEnumerable<string> Names(NeighbourMetric metric, Tensor real, Tensor generated) => Results(metric, real, generated).Select(result => result.Name);

        Assert.Equal(["precision-k3le-50-vs-50", "recall-k3le-50-vs-50"], Names(new PrecisionRecall(), real, generated));
        Assert.Equal(["precision-k5lt-50-vs-50", "recall-k5lt-50-vs-50"], Names(new PrecisionRecall(PrecisionRecallOptions.Prdc), real, generated));
        Assert.Equal(["density-k5lt-50-vs-50", "coverage-k5lt-50-vs-50"], Names(new DensityCoverage(), real, generated));
        Assert.Equal(["density-k2le-50-vs-50", "coverage-k2le-50-vs-50"], Names(DensityCoverage(2, RadiusLimit.Inclusive), real, generated));
    }

    [Fact]
    public void Compute_TooFewOrBadOptions_SaysWhy()
    {
        using var scope = NewDisposeScope();
        using var metric = new PrecisionRecall();
        metric.AddReal(zeros(3, 2));
        metric.AddGenerated(zeros(4, 2));
        Assert.Equal("PrecisionRecall needs at least 4 real and 4 generated samples; it has 3 and 4. Add more first.", Assert.Throws<TooFewSamplesException>(() => metric.Compute()).Message);
        Assert.Equal(
            "PrecisionRecallOptions: Neighbours must be at least 1, was 0; Limit must be a known choice, was 4.",
            Assert.Throws<ArgumentException>(() => PrecisionRecall(0, (RadiusLimit)4)).Message);
        Assert.Equal("DensityCoverageOptions: Neighbours must be at least 1, was -1.", Assert.Throws<ArgumentException>(() => DensityCoverage(-1, RadiusLimit.Inclusive)).Message);
    }

    private static bool Close(double x, double y) => Math.Abs(x - y) < 1e-11;

    private static PrecisionRecall PrecisionRecall(int k, RadiusLimit limit) => new(new PrecisionRecallOptions { Neighbours = k, Limit = limit });

    private static DensityCoverage DensityCoverage(int k, RadiusLimit limit) => new(new DensityCoverageOptions { Neighbours = k, Limit = limit });

    private static IReadOnlyList<MetricResult> Results(NeighbourMetric metric, Tensor real, Tensor generated)
    {
        using (metric)
        {
            metric.AddReal(real);
            metric.AddGenerated(generated);
            return metric.Compute();
        }
    }

    private static double[] Values(NeighbourMetric metric, Tensor real, Tensor generated) => [.. Results(metric, real, generated).Select(result => result.Value)];
}
