using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

public sealed class CancellationTests
{
    [Fact]
    public void Fit_CancelledBeforehand_PlaysNoRound()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var before = gan.Weights;
        var hook = new RecordingHook();

        Assert.Throws<OperationCanceledException>(() =>
            gan.Trainer.Fit(source, TrainingLength.Rounds(5), [hook], new CancellationToken(canceled: true)));

        Assert.Equal(0, gan.Trainer.Rounds);
        Assert.Empty(gan.Journal.Entries);
        Assert.Equal(["start", "end"], hook.Calls);
        Assert.True(hook.Result!.Cancelled);
        Weights.AssertSame(before, gan.Weights);
    }

    [Fact]
    public void Fit_CancelledInRoundFive_StopsAfterItAndContinuesToTheSameWeights()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        using var stop = new CancellationTokenSource();
        var hook = new RecordingHook(reported: CancelAt(5, stop));

        var cancelled = Assert.Throws<OperationCanceledException>(() =>
            gan.Trainer.Fit(source, TrainingLength.Rounds(20), [hook], stop.Token));

        Assert.Equal(stop.Token, cancelled.CancellationToken);
        Assert.Equal(5, gan.Trainer.Rounds);
        Assert.Equal("end", hook.Calls[^1]);
        Assert.True(hook.Result!.Cancelled);
        Assert.Equal(20, hook.Result.SamplesSeen);

        gan.Trainer.Fit(source, TrainingLength.Rounds(15));
        Weights.AssertSame(TinyGan.Play(20), gan.Weights);
    }

    [Fact]
    public void Fit_CancelledInTheLastRound_HasNothingLeftToCancel()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        using var stop = new CancellationTokenSource();
        var hook = new RecordingHook(reported: CancelAt(5, stop));

        var result = gan.Trainer.Fit(source, TrainingLength.Rounds(5), [hook], stop.Token);

        Assert.Equal(5, result.Rounds);
        Assert.False(hook.Result!.Cancelled);
    }

    private static Action<TrainingReport, ISampler?> CancelAt(long round, CancellationTokenSource stop) => (report, _) =>
    {
        if (report.Round == round)
        {
            stop.Cancel();
        }
    };
}
