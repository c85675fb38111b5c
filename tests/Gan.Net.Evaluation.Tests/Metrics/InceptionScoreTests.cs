using Gan.Net.Evaluation.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Metrics;

public class InceptionScoreTests
{
    [Theory]
    [InlineData(50, 4, 1, 1.96878662756, null)]
    [InlineData(50, 4, 10, 1.9386974993, .155556637347)]
    [InlineData(200, 8, 1, 2.30731031811, null)]
    [InlineData(200, 8, 10, 2.29992008954, .00467790843893)]
    public void Compute_Waves_IsTheReferenceValue(int n, int d, int splits, double expected, double? deviation)
    {
        using var scope = NewDisposeScope();
        var result = Result(Sequences.Waves(n, d).Real * 3, new InceptionScoreOptions { Splits = splits });

        Assert.Equal(expected, result.Value, 1e-10);
        Assert.Equal(deviation is null, result.Error is null);
        Assert.Equal(deviation ?? 0, result.Error ?? 0, 1e-11);
    }

    [Theory]
    [InlineData("few")]
    [InlineData("many")]
    public void Compute_RandomLogits_IsNumPysValue(string name)
    {
        using var scope = NewDisposeScope();
        var fixture = new MetricCase(name);

        var result = Result(fixture.Table("real"), new InceptionScoreOptions { Splits = 4 });

        Assert.Equal(fixture.Numbers("is"), [result.Value, result.Error!.Value], (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Compute_Extremes_AreTheClassesAndOne()
    {
        using var scope = NewDisposeScope();
        var sure = eye(7, dtype: ScalarType.Float32).mul(1e4).repeat(10, 1);
        var alike = arange(7, dtype: ScalarType.Float32).unsqueeze(0).repeat(70, 1);

        Assert.Equal(7, Result(sure, new InceptionScoreOptions { Splits = 10 }).Value, 1e-9);
        Assert.Equal(1, Result(alike, new InceptionScoreOptions { Splits = 10 }).Value, 1e-9);
    }

    // Sorted by class, a split of sure samples holds one class and scores 1; shuffled, many.
    [Fact]
    public void Compute_SortedSamples_NeedShuffling()
    {
        using var scope = NewDisposeScope();
        var sorted = eye(10, dtype: ScalarType.Float32).mul(1e4).repeat_interleave(50, 0);

        Assert.Equal(1, Result(sorted, new InceptionScoreOptions()).Value, 1e-9);
        Assert.InRange(Result(sorted, new InceptionScoreOptions { Order = SplitOrder.Shuffled }).Value, 8, 10);
    }

    [Fact]
    public void Compute_Result_NamesTheProtocol()
    {
        using var scope = NewDisposeScope();
        var logits = Sequences.Waves(50, 4).Real;
        Assert.Equal("is-10splits-50", Result(logits, new InceptionScoreOptions()).Name);
        Assert.Equal("is-2splits-shuffled-50", Result(logits, new InceptionScoreOptions { Splits = 2, Order = SplitOrder.Shuffled }).Name);
    }

    [Fact]
    public void Compute_TooFewOrBadOptions_SaysWhy()
    {
        using var score = new InceptionScore();
        using var nine = zeros(9, 2);
        score.Add(nine);
        Assert.Equal("InceptionScore needs at least 10 samples, one for each split; it has 9. Add more first.", Assert.Throws<TooFewSamplesException>(() => score.Compute()).Message);
        Assert.Equal(
            "InceptionScoreOptions: Splits must be at least 1, was 0; Order must be a known order, was 5.",
            Assert.Throws<ArgumentException>(() => new InceptionScore(new InceptionScoreOptions { Splits = 0, Order = (SplitOrder)5 })).Message);
    }

    private static MetricResult Result(Tensor logits, InceptionScoreOptions options)
    {
        using var score = new InceptionScore(options);
        foreach (var batch in logits.split(33))
        {
            score.Add(batch);
        }

        return Assert.Single(score.Compute());
    }
}
