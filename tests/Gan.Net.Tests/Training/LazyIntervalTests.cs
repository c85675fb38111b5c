using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>Adam corrected for a lazy penalty, with StyleGAN2's numbers: rate 0.002, beta 0 and 0.99; the penalty every 16 steps in D, every 4 in G.</summary>
public sealed class LazyIntervalTests
{
    private static readonly AdamSettings StyleGan2 = new() { LearningRate = .002, Beta1 = 0, Beta2 = .99 };

    [Theory]
    [InlineData(1, .002, .99)]
    [InlineData(4, .0016, .991991967)]
    [InlineData(16, .00188235294, .990585457)]
    public void Create_Interval_CorrectsRateAndBeta(int interval, double rate, double beta2)
    {
        var (actualRate, actual1, actual2) = Played(StyleGan2 with { LazyInterval = interval }, rounds: 1);

        Assert.Equal(rate, actualRate, 1e-10);
        Assert.Equal(0, actual1);
        Assert.Equal(beta2, actual2, 1e-9);
    }

    [Fact]
    public void Create_Default_CorrectsNothing()
    {
        Assert.Equal(1, new AdamSettings().LazyInterval);
        Assert.Equal((2e-4, .5, .999), Played(new AdamSettings(), rounds: 1));
    }

    [Fact]
    public void Create_FirstBeta_IsRaisedToThePower() => Assert.Equal(Math.Pow(.5, .8), Played(new AdamSettings { LazyInterval = 4 }, rounds: 1).Beta1, 1e-12);

    // Before the third round 8 of 16 samples have been seen.
    [Fact]
    public void Adjust_Schedules_AreCorrectedAtEachValue()
    {
        var settings = new AdamSettings
        {
            LearningRate = new LinearSchedule { From = .003, To = .001, Over = 16 },
            Beta2 = new CosineSchedule { From = .9, To = .99, Over = 16 },
            LazyInterval = 4,
        };

        var (rate, beta1, beta2) = Played(settings, rounds: 3);

        Assert.Equal(.002 * .8, rate, 1e-12);
        Assert.Equal(Math.Pow(.5, .8), beta1, 1e-12);
        Assert.Equal(Math.Pow(.945, .8), beta2, 1e-12);
    }

    [Fact]
    public void Adjust_OneSchedule_KeepsTheOthersCorrection()
    {
        var (rate, _, beta2) = Played(StyleGan2 with { LearningRate = new LinearSchedule { From = .002, To = .001, Over = 16 }, LazyInterval = 16 }, rounds: 1);
        var (constant, _, moved) = Played(StyleGan2 with { Beta2 = new LinearSchedule { From = .99, To = .999, Over = 16 }, LazyInterval = 16 }, rounds: 1);

        Assert.Equal(rate, constant);
        Assert.Equal(beta2, moved);
        Assert.Equal((.00188235294, .990585457), (Math.Round(rate, 11), Math.Round(beta2, 9)));
    }

    [Fact]
    public void Create_IntervalBelowOne_IsRefused()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();

        var failure = Assert.Throws<ArgumentException>(() => new GanTrainer(generator, discriminator, new GanTrainerOptions { GeneratorOptimizer = StyleGan2 with { LazyInterval = 0 } }));

        Assert.Equal("GanTrainerOptions: GeneratorOptimizer.LazyInterval must be at least 1, was 0.", failure.Message);
    }

    private static (double Rate, double Beta1, double Beta2) Played(AdamSettings settings, int rounds)
    {
        using var gan = new TinyGan(new GanTrainerOptions { DiscriminatorOptimizer = settings });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(rounds));
        var group = gan.Trainer.Players[0].Optimizer.ParamGroups.Single();
        var (beta1, beta2) = Assert.IsAssignableFrom<optim.IBetas>(group).Betas;
        return (group.LearningRate, beta1, beta2);
    }
}
