using Gan.Net.Data;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Modes;

/// <summary>What the counts say of a sampler that draws from the data itself: the ceilings and floors that no reported number can pass.</summary>
public class PerfectSamplerTests
{
    private const int SampleCount = 2500;

    // Class counts of all 70,000 digits of MNIST.
    private static readonly double[] _digits = [6903, 7877, 6990, 7141, 6824, 6313, 6876, 7293, 6825, 6958];

    // Means over repetitions within four standard errors: of 0.21 % per draw for the share, 0.0007 and 0.0015 for KL.
    [Theory]
    [InlineData("ring", 0.00140, 0.0007)]
    [InlineData("grid", 0.0049, 0.0015)]
    public void ModeCoverage_OfTheDataItself_HasTheKnownCeilingAndFloor(string data, double floor, double deviation)
    {
        const int Repetitions = 60;
        using GaussianMixtureSource source = data == "ring"
            ? new RingSource(RingOptions.PacGan, new DrawOptions { BatchSize = SampleCount })
            : new GridSource(GridOptions.PacGan, new DrawOptions { BatchSize = SampleCount });
        var results = new List<ModeCoverageResult>();
        for (var i = 0; i < Repetitions; i++)
        {
            using var batch = source.GetBatch(i);
            results.Add(ModeCoverage.Of(batch.Samples, source.Modes, source.StandardDeviation));
        }

        Assert.All(results, result => Assert.Equal(source.Classes, result.Covered));
        Assert.Equal(1 - Math.Exp(-4.5), results.Average(result => result.HighQuality!.Value), 4 * 0.0021 / Math.Sqrt(Repetitions));
        Assert.Equal(0.98889, 1 - Math.Exp(-4.5), 5);
        Assert.Equal(floor, results.Average(result => result.KlToUniform), 4 * deviation / Math.Sqrt(Repetitions));
    }

    [Theory]
    [InlineData(false, 0.0193, 0.0009)]
    [InlineData(true, 0.0236, 0.0011)]
    public void ClassCoverage_OfStackedDigits_HasTheKnownFloor(bool asInMnist, double floor, double deviation)
    {
        const int Repetitions = 20;
        var random = new SeededRandom(1);
        var results = Enumerable.Range(0, Repetitions).Select(_ => Stacks(26_000, asInMnist, random)).ToList();

        Assert.All(results, result => Assert.Equal(1000, result.Covered));
        Assert.Equal(floor, results.Average(result => result.KlToUniform), 4 * deviation / Math.Sqrt(Repetitions));
    }

    [Fact]
    public void ClassCoverage_Of2500Stacks_ShowsAbout918()
    {
        var random = new SeededRandom(2);

        Assert.Equal(918, Enumerable.Range(0, 20).Average(_ => Stacks(SampleCount, asInMnist: false, random).Covered), 4.0);
    }

    [Theory]
    [InlineData(8, 1, 2.0794)]
    [InlineData(1000, 99, 2.3126)]
    public void KlToUniform_EvenCollapse_IsTheLogarithm(int classes, int left, double expected)
    {
        var coverage = new ClassCoverage(classes, "test");
        using var labels = arange(left * 7L, dtype: ScalarType.Int64).remainder(left);
        coverage.Add(labels);

        Assert.Equal(expected, coverage.Compute().KlToUniform, 4);
        Assert.Equal(Math.Log((double)classes / left), coverage.Compute().KlToUniform, 1e-12);
    }

    [Fact]
    public void KlTo_MnistsOwnFrequencies_TakesTheImbalanceAway()
    {
        var coverage = new ClassCoverage(10, "test");
        using var labels = tensor([.. _digits.SelectMany((count, digit) => Enumerable.Repeat((long)digit, (int)count))]);
        coverage.Add(labels);

        Assert.Equal(0, coverage.Compute().KlTo(_digits), 1e-12);
        Assert.Equal(0.00145, coverage.Compute().KlToUniform, 5);
    }

    private static ModeCoverageResult Stacks(int count, bool asInMnist, SeededRandom random)
    {
        var coverage = new ClassCoverage(1000, "test");
        using var labels = tensor([.. Enumerable.Range(0, count).Select(_ => (Digit(asInMnist, random) * 100) + (Digit(asInMnist, random) * 10) + Digit(asInMnist, random))]);
        coverage.Add(labels);
        return coverage.Compute();
    }

    private static long Digit(bool asInMnist, SeededRandom random)
    {
        if (!asInMnist)
        {
            return random.NextInt64(10);
        }

        var place = random.NextInt64(70_000);
        var digit = 0;
        for (; place >= _digits[digit]; digit++)
        {
            place -= (long)_digits[digit];
        }

        return digit;
    }
}
