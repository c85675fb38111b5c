using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class GradientClippingTests
{
    // 3, 4 and 12 have length 13: PyTorch's clip_grad_norm_ multiplies by max / (13 + 1e-6).
    [Theory]
    [InlineData(6.5, 1.4999998846, 1.9999998462, 5.9999995385)]
    [InlineData(1, .2307692130, .3076922840, .9230768521)]
    [InlineData(13, 2.9999997692, 3.9999996923, 11.9999990769)]
    [InlineData(14, 3, 4, 12)]
    public void Act_Norm_ShortensWhatIsTooLong(double max, double first, double second, double third) =>
        AssertClipped(new GradientNormClipping { MaxNorm = max }, [3, 4, 12], [first, second, third]);

    [Fact]
    public void Act_NormOfNothing_StaysNothing() => AssertClipped(new GradientNormClipping(), [0, 0, 0], [0, 0, 0]);

    [Fact]
    public void Act_Value_CutsEachNumber() => AssertClipped(new GradientValueClipping { Bound = 2 }, [-3, 1.5, 2.5], [-2, 1.5, 2]);

    [Fact]
    public void Fit_Clipped_StepsNoFartherThanTheRateAllows()
    {
        var gradients = new List<double>();
        using var gan = new TinyGan(new GanTrainerOptions
        {
            BeforeGeneratorStep = [new GradientNormClipping { MaxNorm = 1e-3 }, new Look(gradients)],
            BeforeDiscriminatorStep = [new Look(gradients), new GradientValueClipping { Bound = 1e-5 }],
            DiscriminatorOptimizer = new SgdSettings { LearningRate = 1 },
        });
        using var source = gan.Source();
        var before = Weights.Of(gan.Discriminator);

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.InRange(gradients[0], 1e-2, 10);
        Assert.Equal(1e-3, gradients[1], 1e-6);
        Assert.All(Weights.Of(gan.Discriminator), pair => Assert.All(pair.Value.Zip(before[pair.Key]), two => Assert.InRange(Math.Abs(two.First - two.Second), 0, 1.01e-5)));
    }

    [Fact]
    public void Create_OutOfRange_NamesEach()
    {
        var failure = Assert.Throws<ArgumentException>(() => new TinyGan(new GanTrainerOptions
        {
            BeforeDiscriminatorStep = [new GradientNormClipping { MaxNorm = 0 }],
            BeforeGeneratorStep = [new GradientValueClipping { Bound = -1 }],
        }));

        Assert.Equal(
            "GanTrainerOptions: GradientNormClipping.MaxNorm must be positive, was 0; GradientValueClipping.Bound must be positive, was -1.", failure.Message);
    }

    private static void AssertClipped(IBeforeStep clipping, double[] gradient, double[] expected)
    {
        using var critic = new LinearCritic(0, 0, 0);
        using var parameters = new FlatParameters([critic]);
        using var still = no_grad();
        parameters.Gradients.narrow(0, 0, 3).copy_(tensor(gradient));

        clipping.Act(parameters);

        Assert.All(expected.Zip(parameters.Gradients.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    private sealed class Look(List<double> lengths) : IBeforeStep
    {
        public void Act(FlatParameters parameters) => lengths.Add(parameters.Gradients.norm().ToDouble());
    }
}
