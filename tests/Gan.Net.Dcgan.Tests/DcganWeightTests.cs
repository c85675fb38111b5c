using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan.Tests;

public sealed class DcganWeightTests
{
    private const double Deviation = .02;

    [Fact]
    public void Create_SameSeed_HasTheSameWeightsWhateverTheGlobalGenerator()
    {
        var first = WeightsOf(seed: 3);
        rand(1000).Dispose();

        Weights.AssertSame(first, WeightsOf(seed: 3));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-3)]
    public void Create_AnotherSeed_EveryDrawnTensorDiffers(long seed)
    {
        var (first, second) = (WeightsOf(seed: 3), WeightsOf(seed));

        Assert.All(first.Where(pair => pair.Key.EndsWith("weight", StringComparison.Ordinal)), pair => Assert.NotEqual(pair.Value, second[pair.Key]));
    }

    // The mean of n numbers of N(m, s²) is m within 5·s/√n, their variance s² within 5·s²·√(2/n).
    [Fact]
    public void Create_DrawnWeights_AreThePapersNormal()
    {
        using var generator = new DcganGenerator(DcganOptions.Paper64);
        using var discriminator = new DcganDiscriminator(DcganOptions.Paper64);
        var weights = Weights.Of(generator, discriminator);

        foreach (var (key, values) in weights.Where(pair => pair.Key.EndsWith(".weight", StringComparison.Ordinal)))
        {
            var isNorm = weights.ContainsKey(key[..^"weight".Length] + "running_mean");
            var mean = values.Average();
            var variance = values.Average(value => (value - mean) * (value - mean));
            var error = 5 * Deviation / Math.Sqrt(values.Length);
            Assert.InRange(mean, (isNorm ? 1 : 0) - error, (isNorm ? 1 : 0) + error);
            Assert.InRange(variance / Deviation / Deviation, 1 - (5 * Math.Sqrt(2.0 / values.Length)), 1 + (5 * Math.Sqrt(2.0 / values.Length)));
        }
    }

    [Fact]
    public void Create_OtherState_StartsAsBatchNormDoes()
    {
        var weights = WeightsOf(seed: 0);

        foreach (var (ending, value) in new[] { ("bias", 0.0), ("running_mean", 0), ("running_var", 1), ("num_batches_tracked", 0) })
        {
            var found = weights.Where(pair => pair.Key.EndsWith(ending, StringComparison.Ordinal)).ToArray();
            Assert.Equal(3, found.Length);
            Assert.All(found, pair => Assert.All(pair.Value, actual => Assert.Equal(value, actual)));
        }
    }

    private static SortedDictionary<string, double[]> WeightsOf(long seed)
    {
        var options = DcganOptions.Mnist28 with { Width = 8, Seed = seed };
        using var generator = new DcganGenerator(options);
        using var discriminator = new DcganDiscriminator(options);
        return Weights.Of(generator, discriminator);
    }
}
