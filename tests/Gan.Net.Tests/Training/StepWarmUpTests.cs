using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

public sealed class StepWarmUpTests
{
    [Fact]
    public void Create_Defaults_AreTheWganAuthors() =>
        Assert.Equal((100, 25L, 500L), (new StepWarmUp().Steps, new StepWarmUp().FirstRounds, new StepWarmUp().EveryRounds!.Value));

    [Theory]
    [InlineData(0, true)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    [InlineData(499, false)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(1500, true)]
    public void Covers_Round_SaysWhetherItIsLong(long round, bool expected) => Assert.Equal(expected, new StepWarmUp().Covers(round));

    [Fact]
    public void Covers_NoMoreAfterTheStart_OnlyTheFirst() =>
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 2000).Where(round => new StepWarmUp { FirstRounds = 3, EveryRounds = null }.Covers(round)));

    [Fact]
    public void Fit_WarmUp_TakesMoreStepsInItsRoundsAndKeepsCountOfSamples()
    {
        using var gan = new TinyGan(new GanTrainerOptions
        {
            DiscriminatorSteps = 2,
            DiscriminatorWarmUp = new StepWarmUp { Steps = 5, FirstRounds = 2, EveryRounds = 4 },
        });
        using var source = gan.Source();
        var steps = new List<long>();
        for (var round = 0; round < 6; round++)
        {
            var before = gan.Trainer.Players[0].Steps;
            gan.Trainer.Fit(source, TrainingLength.Rounds(1));
            steps.Add(gan.Trainer.Players[0].Steps - before);
        }

        Assert.Equal([5, 5, 2, 2, 5, 2], steps);
        Assert.Equal(21 * 4, gan.Trainer.SamplesSeen);
        Assert.Equal(6, gan.Trainer.Players[1].Steps);
    }

    // The length in samples means samples, whatever the rounds hold: counted here one round after the other.
    [Theory]
    [InlineData(5, 2, 2, 4)]
    [InlineData(100, 5, 25, 500)]
    [InlineData(1, 3, 4, 7)]
    [InlineData(7, 2, 0, 3)]
    public void Fit_LengthInSamples_EndsWithTheRoundThatReachesThem(int steps, int usual, long first, long every)
    {
        var warmUp = new StepWarmUp { Steps = steps, FirstRounds = first, EveryRounds = every };
        for (var from = 0L; from < 30; from += 7)
        {
            for (var batches = 1L; batches < 3000; batches += 131)
            {
                var (rounds, drawn) = (0L, 0L);
                while (drawn < batches)
                {
                    drawn += warmUp.Covers(from + rounds++) ? steps : usual;
                }

                Assert.Equal(rounds, warmUp.RoundsFor(batches, from, usual, steps - usual));
            }
        }
    }

    [Fact]
    public void Fit_Samples_CountsTheLongRounds()
    {
        using var gan = new TinyGan(new GanTrainerOptions { DiscriminatorWarmUp = new StepWarmUp { Steps = 5, FirstRounds = 2, EveryRounds = null } });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Samples(48));

        Assert.Equal((4, 48), (gan.Trainer.Rounds, gan.Trainer.SamplesSeen));
    }

    // Against a walk through the rounds: those whose batches are all there.
    [Theory]
    [InlineData(100, 5)]
    [InlineData(1, 3)]
    public void RoundsWithin_AnyNumberOfBatches_AreTheWholeRounds(int steps, int usual)
    {
        var warmUp = new StepWarmUp { Steps = steps, FirstRounds = 3, EveryRounds = 7 };
        var (rounds, drawn) = (0L, 0L);
        for (var batches = 0L; batches < 2000; batches++)
        {
            while (drawn + (warmUp.Covers(rounds) ? steps : usual) <= batches)
            {
                drawn += warmUp.Covers(rounds++) ? steps : usual;
            }

            Assert.Equal(rounds, warmUp.RoundsWithin(batches, usual));
        }
    }

    [Fact]
    public void RoundsWithin_EndlessTraining_DoesNotOverflow() =>
        Assert.InRange(new StepWarmUp().RoundsWithin(long.MaxValue, 5), long.MaxValue / 6, long.MaxValue / 5);

    [Fact]
    public void RoundsFor_EndlessTraining_DoesNotOverflow() =>
        Assert.InRange(new StepWarmUp().RoundsFor(long.MaxValue, 1000, 5, 95), long.MaxValue / 6, long.MaxValue / 5);

    [Fact]
    public void Create_OutOfRange_NamesEach()
    {
        var failure = Assert.Throws<ArgumentException>(() => new TinyGan(new GanTrainerOptions
        {
            Update = UpdateRule.Simultaneous,
            DiscriminatorWarmUp = new StepWarmUp { Steps = 0, FirstRounds = -1, EveryRounds = 0 },
            GradientAccumulation = 0,
        }));

        Assert.Equal(
            "GanTrainerOptions: DiscriminatorWarmUp must be left out when players move simultaneously, was StepWarmUp { Steps = 0, FirstRounds = -1, EveryRounds = 0 }; "
            + "GradientAccumulation must be at least 1, was 0; DiscriminatorWarmUp.Steps must be at least 1, was 0; "
            + "DiscriminatorWarmUp.FirstRounds must be at least 0, was -1; DiscriminatorWarmUp.EveryRounds must be at least 1, was 0.",
            failure.Message);
    }
}
