using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Random numbers: moments and ranges of 40,000 draws, repeatable by their generator, and written in place.</summary>
public sealed class RandomTests : IDisposable
{
    private const int Count = 40_000;

    // Five standard errors of a mean of 40,000 draws with deviation one.
    private const double Slack = 0.025;

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _generator = new(17);

    public static TheoryData<string, double, double> Moments => new()
    {
        // What is drawn, its mean and its deviation.
        { "normal", 3, 0.5 },
        { "uniform", 3, 2 / Math.Sqrt(12) },
        { "exponential", 0.25, 0.25 },
        { "geometric", 4, Math.Sqrt(12) },
        { "log_normal", Math.Exp(0.5 + (0.25 * 0.25 / 2)), Math.Exp(0.5) * Math.Sqrt((Math.Exp(0.0625) - 1) * Math.Exp(0.0625)) },
        { "random", 4.5, Math.Sqrt(35 / 12.0) },
        { "bernoulli", 0.3, Math.Sqrt(0.21) },
        { "bernoulli of a tensor", 0.3, Math.Sqrt(0.21) },
    };

    public void Dispose()
    {
        _generator.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void Draw_ManyNumbers_MomentsOfItsDistribution(string distribution, double mean, double deviation)
    {
        var numbers = Draw(distribution, _generator);
        Assert.InRange(numbers.Average(), mean - (Slack * deviation), mean + (Slack * deviation));
        var spread = Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)));
        Assert.InRange(spread, deviation * 0.95, deviation * 1.05);
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void Draw_SameSeed_SameNumbers(string distribution, double mean, double deviation)
    {
        Assert.True(mean > 0 && deviation > 0);
        using var same = new Generator(17);
        var first = Draw(distribution, _generator);
        Assert.Equal(first, Draw(distribution, same));
        Assert.NotEqual(first, Draw(distribution, same));
    }

    [Fact]
    public void normal_Defaults_StandardNormal()
    {
        var numbers = TensorValues.Read(Blank().normal_(generator: _generator));
        Assert.InRange(numbers.Average(), -Slack, Slack);
        Assert.InRange(numbers.Average(number => number * number), 0.95, 1.05);
    }

    [Fact]
    public void normal_NoGenerator_FollowsGlobalSeed()
    {
        manual_seed(5);
        var first = TensorValues.Read(Blank().normal_());
        manual_seed(5);
        Assert.Equal(first, TensorValues.Read(Blank().normal_()));
        Assert.NotEqual(first, TensorValues.Read(Blank().normal_()));
    }

    [Fact]
    public void uniform_Bounds_LowerInUpperOut()
    {
        var numbers = TensorValues.Read(Blank().uniform_(-1, 0.5, _generator));
        Assert.All(numbers, number => Assert.InRange(number, -1, 0.5 - double.Epsilon));
        Assert.InRange(numbers.Min(), -1, -0.99);
        Assert.InRange(numbers.Max(), 0.49, 0.5);
    }

    [Fact]
    public void random_Bounds_EveryIntegerBelowTheUpper()
    {
        var numbers = TensorValues.Read(Blank().random_(-2.9, 3.9, _generator));
        Assert.Equal([-2, -1, 0, 1, 2], numbers.Distinct().Order());
    }

    [Fact]
    public void cauchy_MedianAndScale_QuartilesAtOneScale()
    {
        var sorted = TensorValues.Read(Blank().cauchy_(2, 0.5, _generator)).Order().ToArray();
        Assert.InRange(sorted[Count / 2], 1.97, 2.03);
        Assert.InRange(sorted[Count / 4], 1.45, 1.55);
        Assert.InRange(sorted[3 * Count / 4], 2.45, 2.55);
    }

    [Fact]
    public void bernoulli_Probabilities_TakesEach()
    {
        var drawn = TensorValues.Vector(0, 1, 0, 1).bernoulli(_generator);
        Assert.Equal([0, 1, 0, 1], TensorValues.Read(drawn));
        Assert.Equal([0, 1, 0, 1], TensorValues.Read(torch.bernoulli(TensorValues.Vector(0, 1, 0, 1), _generator)));
    }

    [Fact]
    public void bernoulli_HalfByDefault_EvensOut()
    {
        var share = TensorValues.Read(Blank().bernoulli_(generator: _generator)).Average();
        Assert.InRange(share, 0.5 - (Slack / 2), 0.5 + (Slack / 2));
    }

    [Fact]
    public void poisson_Rates_MeanIsTheRate()
    {
        var rates = Blank().fill_(2.5);
        Assert.InRange(TensorValues.Read(rates.poisson(_generator)).Average(), 2.46, 2.54);
        Assert.InRange(TensorValues.Read(torch.poisson(rates, _generator)).Average(), 2.46, 2.54);
    }

    [Fact]
    public void multinomial_Weights_DrawnInProportion()
    {
        var weights = TensorValues.Vector(1, 0, 3);
        var drawn = TensorValues.Read(weights.multinomial(Count, replacement: true, _generator));
        Assert.Equal([0, 2], drawn.Distinct().Order());
        Assert.InRange(drawn.Count(index => index == 2) / (double)Count, 0.75 - (Slack / 2), 0.75 + (Slack / 2));
    }

    [Fact]
    public void multinomial_WithoutReplacement_NoIndexTwice()
    {
        var weights = TensorValues.Vector(1, 2, 3, 4);
        Assert.Equal([0, 1, 2, 3], TensorValues.Read(weights.multinomial(4, generator: _generator)).Order());
        Assert.Equal([0, 1, 2, 3], TensorValues.Read(torch.multinomial(weights, 4, generator: _generator)).Order());
        var error = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => weights.multinomial(5));
        Assert.Contains("cannot sample n_sample > prob_dist.size(-1) samples without replacement", error.Message, StringComparison.Ordinal);
    }

    private static Tensor Blank() => TensorValues.Make(ScalarType.Float64, [Count], new double[Count]);

    private static double[] Draw(string distribution, Generator generator)
    {
        var target = Blank();
        var drawn = distribution switch
        {
            "normal" => target.normal_(3, 0.5, generator),
            "uniform" => target.uniform_(2, 4, generator),
            "exponential" => target.exponential_(4, generator),
            "geometric" => target.geometric_(0.25, generator),
            "log_normal" => target.log_normal_(0.5, 0.25, generator),
            "random" => target.random_(2, 8, generator),
            "bernoulli" => target.bernoulli_(0.3, generator),
            "bernoulli of a tensor" => target.bernoulli_(TensorValues.Vector(0.3), generator),
            _ => throw new ArgumentOutOfRangeException(nameof(distribution)),
        };
        Assert.Same(target, drawn);
        return TensorValues.Read(drawn);
    }
}
