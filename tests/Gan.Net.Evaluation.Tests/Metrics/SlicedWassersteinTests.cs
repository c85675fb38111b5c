using Gan.Net.Evaluation.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class SlicedWassersteinTests
{
    [Theory]
    [InlineData("few", 1)]
    [InlineData("few", 2)]
    [InlineData("few", 3)]
    [InlineData("many", 2)]
    [InlineData("line", 1)]
    public void MeanPower_GivenDirections_IsNumPysValue(string name, int power)
    {
        using var scope = NewDisposeScope();
        var fixture = new MetricCase(name);
        using var metric = new SlicedWasserstein(new SlicedWassersteinOptions { Power = power });
        fixture.Feed(metric);

        Assert.Equal(fixture.Number("sliced", $"{power}"), metric.MeanPower(fixture.Table("directions")), 1e-10);
    }

    // Both normal, one moved by μ along every axis: the mean over directions of the squared shift is μ²; MIND multiplies by 3·D.
    [Theory]
    [OnCpu]
    [OnCuda]
    public void Compute_ShiftedSamples_IsTheClosedForm(string deviceName)
    {
        const double Shift = 0.7;
        using var scope = NewDisposeScope();
        using var random = new Generator(6);
        var real = randn([400, 12], dtype: ScalarType.Float64, generator: random).to(device(deviceName));

        // The very samples, moved: along each direction every sorted value moves alike.
        var distance = Result(real, real + Shift, new SlicedWassersteinOptions { Projections = 4000 });
        var mind = Result(real, real + Shift, SlicedWassersteinOptions.Mind with { Projections = 4000 });

        Assert.Equal(Shift, distance.Value, 0.03);
        Assert.Equal(3 * 12 * Shift * Shift, mind.Value, 1.5);
        Assert.Equal(3 * 12 * distance.Value * distance.Value, mind.Value, 1e-9);
    }

    [Fact]
    public void Compute_OnALine_IsExactForAnyCounts()
    {
        using var scope = NewDisposeScope();
        var real = tensor(new double[,] { { 3 }, { 0 } });
        var generated = tensor(new double[,] { { 1 }, { 1 }, { 5 } });

        // Over thirds and halves: |0-1| for 1/2, |3-1| for 1/6, |3-5| for 1/3.
        Assert.Equal(0.5 + (2 / 6.0) + (2 / 3.0), Result(real, generated, new SlicedWassersteinOptions { Power = 1 }).Value, 1e-12);
        Assert.Equal(0.5 + (4 / 6.0) + (4 / 3.0), Result(real, generated, new SlicedWassersteinOptions { Form = SlicedWassersteinForm.Power }).Value, 1e-12);
        Assert.Equal(Math.Sqrt(0.5 + (4 / 6.0) + (4 / 3.0)), Result(real, generated, new SlicedWassersteinOptions()).Value, 1e-12);
        Assert.Equal(0, Result(real, real.repeat(3, 1), new SlicedWassersteinOptions()).Value, 1e-12);
    }

    [Fact]
    public void Compute_Seeds_ChooseTheDirections()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);
        var options = new SlicedWassersteinOptions { Projections = 10 };

        Assert.Equal(Result(real, generated, options), Result(real, generated, options));
        Assert.NotEqual(Result(real, generated, options).Value, Result(real, generated, options with { Seed = 1 }).Value);
    }

    [Fact]
    public void Compute_Result_NamesTheProtocol()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);
        Assert.Equal("swd-p2-1000slices-50-vs-50", Result(real, generated, new SlicedWassersteinOptions()).Name);
        Assert.Equal("swd-p1-power-9slices-50-vs-50", Result(real, generated, new SlicedWassersteinOptions { Power = 1, Form = SlicedWassersteinForm.Power, Projections = 9 }).Name);
        Assert.Equal("swd-p2-mind-1000slices-50-vs-50", Result(real, generated, SlicedWassersteinOptions.Mind).Name);
    }

    [Fact]
    public void Constructor_BadOptions_NamesEachOne() => Assert.Equal(
        "SlicedWassersteinOptions: Projections must be at least 1, was 0; Power must be at least 1, was 0.5; Power must be 2 in MIND's form, was 0.5.",
        Assert.Throws<ArgumentException>(() => new SlicedWasserstein(new SlicedWassersteinOptions { Projections = 0, Power = 0.5, Form = SlicedWassersteinForm.Mind })).Message);

    private static MetricResult Result(Tensor real, Tensor generated, SlicedWassersteinOptions options)
    {
        using var metric = new SlicedWasserstein(options);
        metric.AddReal(real);
        metric.AddGenerated(generated);
        return Assert.Single(metric.Compute());
    }
}
