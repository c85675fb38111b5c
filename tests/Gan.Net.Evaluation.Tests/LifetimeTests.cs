using Gan.Net.Data;
using Gan.Net.Evaluation.Tests.Support;
using Gan.Net.Features;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests;

/// <summary>Nothing outlives a metric, whether or not its caller has a dispose scope; and a caller's scope ends none of them.</summary>
[Collection(nameof(Alone))]
public sealed class LifetimeTests
{
    public static TheoryData<string> Metrics => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Metric_UsedTwiceWithoutAScope_LeavesNoTensor(string name)
    {
        var fixture = new MetricCase("many");
        var left = Footprint.TensorsLeftBy(() =>
        {
            using var metric = All()[name]();
            fixture.Feed(metric);
            _ = metric.Compute();
            metric.ResetGenerated();
            fixture.Feed(metric);
            _ = metric.Compute();
        });

        Assert.Equal(0, left);
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Metric_FedWithinAScope_OutlivesIt(string name)
    {
        using var metric = All()[name]();
        using (NewDisposeScope())
        {
            new MetricCase("many").Feed(metric);
            _ = metric.Compute();
        }

        Assert.NotEmpty(metric.Compute());
    }

    [Fact]
    public void ModeCoverage_WithoutAScope_LeavesNoTensor() => Assert.Equal(0, Footprint.TensorsLeftBy(() =>
    {
        using var ring = new RingSource();
        using var batch = ring.GetBatch(0);
        _ = ModeCoverage.Of(batch.Samples, ring.Modes, ring.StandardDeviation);
    }));

    [Fact]
    public void PerceptualPathLength_WithoutAScope_LeavesNoTensor()
    {
        using var generator = new LinearGenerator();
        using var identity = new IdentityFeatures();
        Assert.Equal(0, Footprint.TensorsLeftBy(() => _ = PerceptualPathLength.Measure(generator, identity, new PerceptualPathLengthOptions { Pairs = 100 })));
    }

    private static Dictionary<string, Func<IMetric>> All() => new()
    {
        ["fid"] = () => new Fid(),
        ["fid by the product"] = () => new Fid(new FidOptions { Root = FidRoot.ProductEigenvalues }),
        ["fid by Newton"] = () => new Fid(new FidOptions { Root = FidRoot.NewtonSchulz }),
        ["kid"] = () => new Kid(new KidOptions { Subsets = 2, SubsetSize = 20 }),
        ["kid with a Gaussian kernel"] = () => new Kid(new KidOptions { Subsets = 2, SubsetSize = 20, Kernel = KidKernel.Rbf }),
        ["inception score"] = () => new InceptionScore(new InceptionScoreOptions { Order = SplitOrder.Shuffled }),
        ["precision and recall"] = () => new PrecisionRecall(),
        ["density and coverage"] = () => new DensityCoverage(),
        ["memorisation"] = () => new Memorisation(),
        ["sliced Wasserstein"] = () => new SlicedWasserstein(new SlicedWassersteinOptions { Projections = 10 }),
    };
}
