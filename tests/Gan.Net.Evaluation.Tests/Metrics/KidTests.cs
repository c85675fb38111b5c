using Gan.Net.Evaluation.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class KidTests
{
    private static readonly KidOptions _whole = new() { Subsets = 1 };

    [Theory]
    [InlineData(50, 4, KidEstimator.Unbiased, .460318633422)]
    [InlineData(50, 4, KidEstimator.Biased, .553758001074)]
    [InlineData(50, 4, KidEstimator.UStatistic, .46244268918)]
    [InlineData(200, 8, KidEstimator.Unbiased, .605269510155)]
    [InlineData(200, 8, KidEstimator.Biased, .627026436274)]
    [InlineData(200, 8, KidEstimator.UStatistic, .605342390897)]
    public void Compute_Waves_IsTheReferenceValue(int n, int d, KidEstimator estimator, double expected)
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(n, d);

        Assert.Equal(expected, Result(real, generated, _whole with { SubsetSize = n, Estimator = estimator }).Value, 1e-12);
    }

    [Fact]
    public void Compute_FillingSequences_IsTheReferenceValue()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Filling(256);

        Assert.Equal(.113962801143, Result(real, generated, _whole with { SubsetSize = 256 }).Value, 1e-12);
    }

    [Theory]
    [InlineData("few", KidKernel.Polynomial, KidEstimator.Unbiased)]
    [InlineData("few", KidKernel.Polynomial, KidEstimator.Biased)]
    [InlineData("few", KidKernel.Rbf, KidEstimator.Unbiased)]
    [InlineData("many", KidKernel.Polynomial, KidEstimator.Unbiased)]
    [InlineData("many", KidKernel.Rbf, KidEstimator.Biased)]
    [InlineData("many", KidKernel.Polynomial, KidEstimator.UStatistic)]
    public void Compute_RandomFeatures_IsNumPysValue(string name, KidKernel kernel, KidEstimator estimator)
    {
        using var scope = NewDisposeScope();
        var fixture = new MetricCase(name);
        var (real, generated) = (fixture.Table("real"), fixture.Table("generated"));
        var same = (int)Math.Min(real.shape[0], generated.shape[0]);

        var result = Result(real.narrow(0, 0, same), generated.narrow(0, 0, same), _whole with { SubsetSize = same, Kernel = kernel, Estimator = estimator });

        Assert.Equal(fixture.Number("kid", $"{kernel.ToString().ToLowerInvariant()}-{estimator}"), result.Value, 1e-11);
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Compute_OnADevice_IsNumPysValue(string deviceName)
    {
        var fixture = new MetricCase("many");
        using var kid = new Kid(_whole with { SubsetSize = 60 });
        fixture.Feed(kid, deviceName);

        Assert.Equal(fixture.Number("kid", "polynomial-Unbiased"), kid.Compute()[0].Value, 1e-11);
    }

    [Fact]
    public void Compute_ManySubsets_IsNearTheWholeWithItsSpread()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(200, 8);

        var result = Result(real, generated, new KidOptions { Subsets = 200, SubsetSize = 50 });

        Assert.InRange(result.Error!.Value, 0.01, 0.5);
        Assert.Equal(.605269510155, result.Value, 4 * result.Error.Value / Math.Sqrt(200));
        Assert.NotEqual(result.Value, Result(real, generated, new KidOptions { Subsets = 200, SubsetSize = 50, Seed = 1 }).Value);
        Assert.Equal(result, Result(real, generated, new KidOptions { Subsets = 200, SubsetSize = 50 }));
    }

    [Fact]
    public void Compute_EverySubsetIsAllSamples_HasNoDeviation()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);

        var result = Result(real, generated, new KidOptions { SubsetSize = 50 });

        Assert.Null(result.Error);
        Assert.Equal(.460318633422, result.Value, 1e-12);
        Assert.True(Result(real, generated, new KidOptions { SubsetSize = 40 }).Error > 1e-3);
    }

    [Fact]
    public void Compute_Result_NamesTheProtocol()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);

        Assert.Equal("kid-poly3-1x50-50-vs-50", Result(real, generated, _whole with { SubsetSize = 50 }).Name);
        Assert.Null(Result(real, generated, _whole with { SubsetSize = 50 }).Error);
        Assert.Equal("kid-rbf10-ustatistic-3x20-50-vs-50", Result(real, generated, new KidOptions { Subsets = 3, SubsetSize = 20, Kernel = KidKernel.Rbf, Estimator = KidEstimator.UStatistic }).Name);
        Assert.Equal("kid-poly2g0.5c0-biased-1x20-50-vs-50", Result(real, generated, _whole with { SubsetSize = 20, Degree = 2, Gamma = 0.5, Constant = 0, Estimator = KidEstimator.Biased }).Name);
    }

    [Fact]
    public void Compute_TooFewOrUnlike_SaysWhy()
    {
        using var scope = NewDisposeScope();
        using var kid = new Kid();
        kid.AddReal(zeros(3, 2));
        kid.AddGenerated(zeros(1200, 2));
        Assert.Equal("Kid needs at least 1000 real and 1000 generated samples; it has 3 and 1200. Add more first.", Assert.Throws<TooFewSamplesException>(() => kid.Compute()).Message);
        kid.Reset();
        kid.AddReal(zeros(1000, 2));
        kid.AddGenerated(zeros(1000, 3));
        Assert.Equal("The real samples have 2 features and the generated ones 3; expected the same number.", Assert.Throws<ArgumentException>(() => kid.Compute()).Message);
    }

    [Fact]
    public void Constructor_BadOptions_NamesEachOne() => Assert.Equal(
        "KidOptions: Subsets must be at least 1, was 0; SubsetSize must be at least 2, was 1; Estimator must be a known estimator, was 9; Kernel must be a known kernel, was 9; "
        + "Degree must be at least 1, was 0; Gamma must be positive, or null for one over the number of features, was 0; Constant must be finite, was NaN; Sigma must be positive, was 0.",
        Assert.Throws<ArgumentException>(() => new Kid(new KidOptions
        {
            Subsets = 0, SubsetSize = 1, Estimator = (KidEstimator)9, Kernel = (KidKernel)9, Degree = 0, Gamma = 0, Constant = double.NaN, Sigma = 0,
        })).Message);

    private static MetricResult Result(Tensor real, Tensor generated, KidOptions options)
    {
        using var kid = new Kid(options);
        kid.AddReal(real);
        kid.AddGenerated(generated);
        return Assert.Single(kid.Compute());
    }
}
