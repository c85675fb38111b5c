using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

/// <summary>Lengths through a real run: 4 samples in a batch, 5 batches in an epoch.</summary>
public sealed class TrainingLengthTests
{
    public static TheoryData<TrainingLength, int, long, long> Rows => new()
    {
        { TrainingLength.Rounds(1), 1, 1, 1 },
        { TrainingLength.Rounds(7), 1, 7, 7 },
        { TrainingLength.Rounds(7), 3, 7, 21 },
        { TrainingLength.Samples(1), 1, 1, 1 },
        { TrainingLength.Samples(8), 1, 2, 2 },
        { TrainingLength.Samples(9), 1, 3, 3 },
        { TrainingLength.Samples(9), 2, 2, 4 },
        { TrainingLength.Epochs(1), 1, 5, 5 },
        { TrainingLength.Epochs(3), 1, 15, 15 },
        { TrainingLength.Epochs(1), 2, 3, 6 },
        { TrainingLength.Epochs(2), 5, 2, 10 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fit_Length_PlaysWholeRounds(TrainingLength length, int discriminatorSteps, long rounds, long batches)
    {
        using var gan = new TinyGan(new GanTrainerOptions { DiscriminatorSteps = discriminatorSteps });
        using var source = new NoiseSource(2) { BatchesPerEpoch = 5 };

        var result = gan.Trainer.Fit(source, length);

        Assert.Equal(rounds, result.Rounds);
        Assert.Equal(rounds, gan.Trainer.Rounds);
        Assert.Equal(batches, gan.Trainer.BatchesDrawn);
        Assert.Equal(4 * batches, result.SamplesSeen);
    }

    [Fact]
    public void Fit_NoLength_IsRefused()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();

        var failure = Assert.Throws<InvalidOperationException>(() => gan.Trainer.Fit(source, default));

        Assert.Equal("The length of training was not given: it is 0 rounds. Give at least 1, as in TrainingLength.Rounds(1).", failure.Message);
    }

    [Fact]
    public void Fit_EpochsOfAnEndlessSource_IsRefused()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();

        var failure = Assert.Throws<InvalidOperationException>(() => gan.Trainer.Fit(source, TrainingLength.Epochs(1)));

        Assert.Equal("The source is endless and has no epochs. Give the length in rounds or samples.", failure.Message);
        Assert.Empty(gan.Journal.Entries);
    }

    // "Until cancelled" is written as the largest number there is.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Fit_LongestLength_PlaysUntilCancelled(int discriminatorSteps)
    {
        foreach (var length in new[] { TrainingLength.Rounds(long.MaxValue), TrainingLength.Samples(long.MaxValue), TrainingLength.Epochs(long.MaxValue) })
        {
            using var gan = new TinyGan(new GanTrainerOptions { DiscriminatorSteps = discriminatorSteps });
            using var source = new NoiseSource(2) { BatchesPerEpoch = 5 };
            gan.Trainer.Fit(source, TrainingLength.Rounds(2));
            using var stop = new CancellationTokenSource();
            var hook = new RecordingHook(reported: (_, _) => stop.Cancel());

            Assert.Throws<OperationCanceledException>(() => gan.Trainer.Fit(source, length, [hook], stop.Token));

            Assert.Equal(["start", "report 3", "end"], hook.Calls);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Create_LessThanOne_IsRefused(long count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(count), () => TrainingLength.Rounds(count));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(count), () => TrainingLength.Samples(count));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(count), () => TrainingLength.Epochs(count));
    }

    [Fact]
    public void ToString_EachUnit_NamesIt()
    {
        Assert.Equal("5 rounds", TrainingLength.Rounds(5).ToString());
        Assert.Equal("6000 samples", TrainingLength.Samples(6000).ToString());
        Assert.Equal("3 epochs", TrainingLength.Epochs(3).ToString());
    }

    [Fact]
    public void Equals_SameCountAndUnit_IsAValue()
    {
        Assert.Equal(TrainingLength.Rounds(5), TrainingLength.Rounds(5));
        Assert.NotEqual(TrainingLength.Rounds(5), TrainingLength.Epochs(5));
    }
}
