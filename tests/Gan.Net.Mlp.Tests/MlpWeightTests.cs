using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Mlp.Tests;

public sealed class MlpWeightTests
{
    [Fact]
    public void Create_SameSeed_HasTheSameWeightsWhateverTheGlobalGenerator()
    {
        var first = Weights(seed: 3);
        rand(1000).Dispose();

        TestSupport.Weights.AssertSame(first, Weights(seed: 3));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-3)]
    public void Create_AnotherSeed_EveryTensorDiffers(long seed)
    {
        var (first, second) = (Weights(seed: 3), Weights(seed));

        Assert.All(first, pair => Assert.NotEqual(pair.Value, second[pair.Key]));
    }

    [Fact]
    public void Create_OneSeed_GivesTheTwoNetworksDifferentNumbers()
    {
        using var generator = new MlpGenerator(MlpOptions.Mnist);
        using var discriminator = new MlpDiscriminator(MlpOptions.Mnist with { SampleShape = [100], DiscriminatorWidths = [256, 512] });

        Assert.NotEqual(
            TestSupport.Weights.Of(generator)["0.layers.0.weight"],
            TestSupport.Weights.Of(discriminator)["0.layers.0.weight"]);
    }

    // Uniform in ±1/√in: the variance of n such numbers is bound²/3 within 5 of its standard errors, bound²·√(4/45/n).
    [Fact]
    public void Create_Weights_AreUniformAsPyTorchs()
    {
        using var generator = new MlpGenerator(MlpOptions.Mnist);
        var weights = TestSupport.Weights.Of(generator);

        foreach (var (layer, inputs) in new[] { (0, 100), (2, 256), (4, 512) })
        {
            var bound = 1 / Math.Sqrt(inputs);
            foreach (var key in new[] { $"0.layers.{layer}.weight", $"0.layers.{layer}.bias" })
            {
                var values = weights[key];
                Assert.InRange(values.Max(Math.Abs), .95 * bound, bound * (1 + 1e-6));
                Assert.InRange(values.Average(), -5 * bound / Math.Sqrt(3.0 * values.Length), 5 * bound / Math.Sqrt(3.0 * values.Length));
                var error = 5 * bound * bound * Math.Sqrt(4 / 45.0 / values.Length);
                Assert.InRange(values.Average(value => value * value), (bound * bound / 3) - error, (bound * bound / 3) + error);
            }
        }
    }

    private static SortedDictionary<string, double[]> Weights(long seed)
    {
        using var generator = new MlpGenerator(MlpOptions.Ring with { Seed = seed });
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring with { Seed = seed });
        return TestSupport.Weights.Of(generator, discriminator);
    }
}
