using Gan.Net.Evaluation.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class FidTests
{
    public static TheoryData<FidRoot> ExactRoots => new(FidRoot.SymmetricEigenvalues, FidRoot.ProductEigenvalues);

    [Theory]
    [MemberData(nameof(ExactRoots))]
    public void Between_NormalDistributions_IsTheClosedForm(FidRoot root)
    {
        using var scope = NewDisposeScope();
        var identity = eye(8, dtype: ScalarType.Float64);
        Assert.Equal(4, Fid.Between(zeros(8, dtype: ScalarType.Float64), identity, full(8, 0.5, dtype: ScalarType.Float64), identity * 2.25, root), 1e-12);

        Assert.Equal(2.51668522645, Distance([1, -1], [2, 1, 1, 2], [1, 0, 0, 3], root), 1e-11);
        Assert.Equal(6.52459522946, Distance([1, 0, 2], [4, 1, 0, 1, 3, 1, 0, 1, 2], [1, 0, 0, 0, 2, 0, 0, 0, 3], root), 1e-11);
    }

    // Rounding moves eigenvalues 0 to 1e-16, whose roots are 1e-8. The symmetric way knows which they are.
    [Theory]
    [InlineData(FidRoot.SymmetricEigenvalues, 1e-13)]
    [InlineData(FidRoot.ProductEigenvalues, 1e-6)]
    public void Between_RankOneCovariance_IsTheClosedForm(FidRoot root, double tolerance)
    {
        Assert.Equal(15 - (2 * Math.Sqrt(21)), Distance([0, 0, 0], [1, 2, 2, 2, 4, 4, 2, 4, 4], [1, 0, 0, 0, 2, 0, 0, 0, 3], root), tolerance);
        Assert.Equal(15 - (2 * Math.Sqrt(21)), Distance([0, 0, 0], [1, 0, 0, 0, 2, 0, 0, 0, 3], [1, 2, 2, 2, 4, 4, 2, 4, 4], root), tolerance);
        Assert.Equal(5.83484861009, 15 - (2 * Math.Sqrt(21)), 11);
    }

    [Fact]
    public void Between_NewtonSchulz_IsTheClosedFormInFloat32() =>
        Assert.Equal(6.52459522946, Distance([1, 0, 2], [4, 1, 0, 1, 3, 1, 0, 1, 2], [1, 0, 0, 0, 2, 0, 0, 0, 3], FidRoot.NewtonSchulz), 1e-5);

    [Fact]
    public void Between_ShapesThatDoNotFit_SaysThem()
    {
        using var scope = NewDisposeScope();
        var (two, three, square) = (zeros(2), zeros(3), eye(2));
        Assert.Equal(
            "The means are [2] and [3], the covariances [2, 2] and [2, 2]; expected [D], [D], [D, D] and [D, D].",
            Assert.Throws<ArgumentException>(() => Fid.Between(two, square, three, square)).Message);
    }

    // The published digits come from a method that adds the roots of rounded zeros, up to 1e-7 here; NumPy's from one that does not.
    [Theory]
    [InlineData(50, 4, 1, .581982523278)]
    [InlineData(50, 4, 0, .577714725103)]
    [InlineData(200, 8, 1, 2.48816849773)]
    [InlineData(200, 8, 0, 2.47932952561)]
    public void Compute_Waves_IsTheReferenceValue(int n, int d, int ddof, double expected)
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(n, d);

        var value = Value(real, generated, new FidOptions { Ddof = ddof });

        Assert.Equal(new MetricCase("waves").Number($"{n}", $"{ddof}"), value, 1e-12);
        Assert.Equal(expected, value, 2e-7);
        Assert.Equal(expected, Value(real, generated, new FidOptions { Ddof = ddof, Root = FidRoot.ProductEigenvalues }), 2e-7);
    }

    [Theory]
    [InlineData(1, .0439470951478)]
    [InlineData(0, .043931187155)]
    public void Compute_FillingSequences_IsTheReferenceValue(int ddof, double expected)
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Filling(256);

        Assert.Equal(expected, Value(real, generated, new FidOptions { Ddof = ddof }), 1e-12);
    }

    [Theory]
    [InlineData("few")]
    [InlineData("many")]
    [InlineData("line")]
    public void Compute_RandomFeatures_IsNumPysValue(string name)
    {
        var fixture = new MetricCase(name);
        foreach (var ddof in new[] { 0, 1 })
        {
            foreach (var root in new[] { FidRoot.SymmetricEigenvalues, FidRoot.ProductEigenvalues })
            {
                using var fid = new Fid(new FidOptions { Ddof = ddof, Root = root });
                fixture.Feed(fid);
                var result = Assert.Single(fid.Compute());
                Assert.Equal(fixture.Number("fid", $"{ddof}"), result.Value, 1e-9 * fixture.Number("fid", $"{ddof}"));
            }
        }
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Compute_OnADevice_IsNumPysValue(string deviceName)
    {
        var fixture = new MetricCase("many");
        using var fid = new Fid();
        fixture.Feed(fid, deviceName);

        Assert.Equal(fixture.Number("fid", "1"), fid.Compute()[0].Value, 1e-9 * fixture.Number("fid", "1"));
    }

    [Fact]
    public void Compute_ToItself_IsZero()
    {
        using var scope = NewDisposeScope();
        var (real, _) = Sequences.Waves(300, 8);

        Assert.InRange(Value(real, real), -1e-9, 1e-9);
    }

    [Fact]
    public void Compute_Result_NamesTheProtocol()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);
        Assert.Equal("fid-ddof1-50-vs-50", Result(real, generated).Name);
        Assert.Equal("fid-ddof0-newton-50-vs-50", Result(real, generated, FidOptions.Nvidia with { Root = FidRoot.NewtonSchulz }).Name);
        Assert.Equal(MetricDirection.LowerIsBetter, Result(real, generated).Direction);
    }

    [Fact]
    public void ResetGenerated_ThenOthers_KeepsTheReal()
    {
        using var scope = NewDisposeScope();
        var (real, generated) = Sequences.Waves(50, 4);
        using var fid = new Fid();
        fid.AddReal(real);
        fid.AddGenerated(real);
        _ = fid.Compute();

        fid.ResetGenerated();
        fid.AddGenerated(generated);

        Assert.Equal(new MetricCase("waves").Number("50", "1"), fid.Compute()[0].Value, 1e-12);
        fid.Reset();
        Assert.Equal("Fid needs at least 2 real and 2 generated samples; it has 0 and 0. Add more first.", Assert.Throws<TooFewSamplesException>(() => fid.Compute()).Message);
    }

    [Fact]
    public void Constructor_BadOptions_NamesEachOne() => Assert.Equal(
        "FidOptions: Ddof must be 0 or 1, was 2; Root must be a known way, was 9.",
        Assert.Throws<ArgumentException>(() => new Fid(new FidOptions { Ddof = 2, Root = (FidRoot)9 })).Message);

    private static double Distance(double[] shift, double[] covariance, double[] other, FidRoot root)
    {
        using var scope = NewDisposeScope();
        var size = shift.Length;
        return Fid.Between(tensor(shift), tensor(covariance, [size, size]), zeros(size, dtype: ScalarType.Float64), tensor(other, [size, size]), root);
    }

    private static double Value(Tensor real, Tensor generated, FidOptions? options = null) => Result(real, generated, options).Value;

    private static MetricResult Result(Tensor real, Tensor generated, FidOptions? options = null)
    {
        using var fid = new Fid(options);
        fid.AddReal(real);
        fid.AddGenerated(generated);
        return Assert.Single(fid.Compute());
    }
}
