using Gan.Net.Evaluation.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class MemorisationTests
{
    [Theory]
    [InlineData("few")]
    [InlineData("many")]
    [InlineData("line")]
    public void Compute_RandomFeatures_IsNumPysValue(string name)
    {
        var fixture = new MetricCase(name);
        using var metric = new Memorisation();
        fixture.Feed(metric);

        var results = metric.Compute();

        Assert.Equal(fixture.Number("memorisation", "memorised"), results[0].Value, 1e-12);
        Assert.Equal(fixture.Number("memorisation", "authenticity"), results[1].Value, 1e-12);
        Assert.Equal(fixture.Numbers("memorisation", "nearest"), metric.Neighbours.Select(neighbour => (double)neighbour.Real));
        Assert.Equal(Enumerable.Range(0, metric.Neighbours.Count), metric.Neighbours.Select(neighbour => (int)neighbour.Generated));
        Assert.Equal(fixture.Numbers("memorisation", "first"), metric.Neighbours.Select(neighbour => neighbour.Distance), Close);
        Assert.Equal(fixture.Numbers("memorisation", "second"), metric.Neighbours.Select(neighbour => neighbour.SecondDistance), Close);
        Assert.Equal(fixture.Numbers("memorisation", "own"), metric.Neighbours.Select(neighbour => neighbour.RealDistance), Close);
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Compute_CopiesAndFreshSamples_TellsThemApart(string deviceName)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        Tensor Draw(long count) => randn([count, 30], generator: random).to(device(deviceName));
        var train = Draw(3000);
        var copies = train.narrow(0, 1500, 1200) + (Draw(1200) * 0.01);

        Assert.Equal([1, 0], Values(train, copies));
        var fresh = Values(train, Draw(1200));
        Assert.InRange(fresh[0], 0, 0.001);
        Assert.InRange(fresh[1], 0.5, 0.9);
    }

    // A fresh point g has its nearest neighbour r at distance R, with nothing within R of g. r has another within R unless the rest of
    // its ball is empty too: a share s of a ball, so the chance is 1 - 1/(1 + s). On a line s = 1/2; in the plane two circles through each
    // other's centres leave s = 1/3 + √3/2π.
    [Theory]
    [InlineData(1, 1.0 / 3)]
    [InlineData(2, 0.3785)]
    public void Compute_FreshUniformSamples_HaveTheDerivedAuthenticity(int dimensions, double expected)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(7);

        var authenticity = Values(rand([4000, dimensions], generator: random), rand([4000, dimensions], generator: random))[1];

        Assert.Equal(expected, authenticity, 0.03);
        Assert.Equal(0.3785, 1 - (1 / (1 + (1 / 3.0) + (Math.Sqrt(3) / Math.Tau))), 4);
    }

    [Fact]
    public void Compute_Results_NameTheProtocol()
    {
        using var metric = new Memorisation();
        new MetricCase("few").Feed(metric);
        Assert.Equal(["memorised-ratio0.333-31-vs-40", "authenticity-31-vs-40"], metric.Compute().Select(result => result.Name));
        Assert.Equal(
            "MemorisationOptions: Ratio must be in (0, 1), was 1.",
            Assert.Throws<ArgumentException>(() => new Memorisation(new MemorisationOptions { Ratio = 1 })).Message);
    }

    // Squared distances are rounded to float32; two copies differ by the rounding of the product, whose root is 1e-7.
    private static bool Close(double x, double y) => Math.Abs(x - y) < 1e-6;

    private static double[] Values(Tensor train, Tensor generated)
    {
        using var metric = new Memorisation();
        metric.AddReal(train);
        metric.AddGenerated(generated);
        return [.. metric.Compute().Select(result => result.Value)];
    }
}
