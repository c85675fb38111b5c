using Gan.Net.Evaluation.Tests.Support;
using Gan.Net.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class PerceptualPathLengthTests
{
    private static readonly PerceptualPathLengthOptions _straight = new() { Path = LatentPath.Linear, Pairs = 6000, Trim = 0, Step = 0.01, BatchSize = 1000 };

    [Theory]
    [InlineData(LatentPath.Linear)]
    [InlineData(LatentPath.Spherical)]
    [InlineData(LatentPath.UnitSpherical)]
    public void Between_TwoLatents_IsNumPysValue(LatentPath path)
    {
        using var scope = NewDisposeScope();
        var fixture = new MetricCase("paths");

        var between = LatentPaths.Between(fixture.Table("a"), fixture.Table("b"), tensor(fixture.Numbers("t")).unsqueeze(1), path);

        Assert.InRange((between - fixture.Table(path.ToString())).abs().max().ToDouble(), 0, 1e-12);
    }

    [Fact]
    public void Between_TheSameLatent_IsTheLatent()
    {
        using var scope = NewDisposeScope();
        var latent = tensor(new double[,] { { 3, 4 } });

        Assert.Equal([3, 4], LatentPaths.Between(latent, latent, full(1, 1, 0.3, dtype: ScalarType.Float64), LatentPath.Spherical).data<double>().ToArray());
    }

    [Theory]
    [InlineData("0.0", 0.0)]
    [InlineData("0.01", 0.01)]
    [InlineData("0.1", 0.1)]
    public void Trimmed_Lengths_IsNumPysPercentile(string key, double trim)
    {
        var fixture = new MetricCase("paths");

        Assert.Equal(fixture.Number("trimmed", key), PerceptualPathLength.Trimmed(fixture.Numbers("lengths"), trim).Average(), 1e-12);
    }

    // E‖W(b - a)‖² over two N(0, I) is 2‖W‖², here 2·15.3125; the sum of two squares that it is has a standard error of 0.4 at 6,000 pairs.
    [Fact]
    public void Measure_LinearGenerator_IsTheClosedForm()
    {
        using var generator = new LinearGenerator();
        using var identity = new IdentityFeatures();

        var result = PerceptualPathLength.Measure(generator, identity, _straight);

        Assert.Equal(2 * (1 + 4 + 0.25 + 0.0625 + 1 + 9), result.Value, 1.6);
        Assert.Equal("ppl-linear-step0.01-trim0-6k-identity", result.Name);
    }

    [Fact]
    public void Measure_SmallStep_IsTheDerivative()
    {
        using var generator = new LinearGenerator();
        using var identity = new IdentityFeatures();
        double Length(double step) => PerceptualPathLength.Measure(generator, identity, _straight with { Step = step, Pairs = 1000 }).Value;

        Assert.Equal(Length(0.01), Length(1e-4), 0.01 * Length(0.01));
    }

    // Rounded to 256 levels, a step of 1e-4 mostly changes nothing, and now and then a whole level: that is measured, not the generator.
    [Fact]
    public void Measure_RoundedSamples_NeedALargeStep()
    {
        using var generator = new LinearGenerator();
        using var identity = new IdentityFeatures();
        var options = _straight with { Pairs = 2000, Samples = PathSamples.Rounded };

        var rounded = PerceptualPathLength.Measure(generator, identity, options with { Step = 1e-4 });

        Assert.True(rounded.Value > 10 * PerceptualPathLength.Measure(generator, identity, options with { Step = 0.1 }).Value);
        Assert.Equal("ppl-linear-step0.0001-rounded-trim0-2k-identity", rounded.Name);
    }

    [Fact]
    public void Measure_AnyMode_IsPutBack()
    {
        using var generator = new LinearGenerator();
        using var identity = new IdentityFeatures();
        generator.Module.train();

        _ = PerceptualPathLength.Measure(generator, identity, _straight with { Pairs = 10 });

        Assert.False(generator.WasTraining);
        Assert.True(generator.Module.training);
    }

    [Fact]
    public void Measure_BadOptions_NamesEachOne()
    {
        using var generator = new LinearGenerator();
        using var identity = new IdentityFeatures();
        var error = Assert.Throws<ArgumentException>(() => PerceptualPathLength.Measure(generator, identity, new PerceptualPathLengthOptions
        {
            Pairs = 0, Path = (LatentPath)5, Step = 1, Samples = (PathSamples)5, Trim = 0.5, BatchSize = 0,
        }));
        Assert.Equal(
            "PerceptualPathLengthOptions: Pairs must be at least 1, was 0; Path must be a known path, was 5; Step must be in (0, 1), was 1; "
            + "Samples must be a known form, was 5; Trim must be in [0, 0.5), was 0.5; BatchSize must be at least 1, was 0.",
            error.Message);
    }
}
