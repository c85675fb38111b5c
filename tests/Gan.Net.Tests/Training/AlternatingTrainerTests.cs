using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

/// <summary>The loop under a game that is no GAN: it must need nothing a GAN has.</summary>
public sealed class TrainerTests
{
    [Fact]
    public void Fit_TwoMinimisers_BothReachTheirMinimum()
    {
        using var game = new ChasingGame();
        using var source = new NumberSource();

        var result = game.Fit(source, TrainingLength.Rounds(200));

        Assert.Equal(200, result.Rounds);
        Assert.Equal(3, game.Leader.Value, 1e-6);
        Assert.Equal(4, game.Follower.Value, 1e-6);
    }

    [Fact]
    public void Fit_Players_StepAsOftenAsTheySay()
    {
        using var game = new ChasingGame();
        using var source = new NumberSource();

        game.Fit(source, TrainingLength.Rounds(5));

        Assert.Equal([5, 10], game.Players.Select(player => player.Steps));
        Assert.Equal(5, game.BatchesDrawn);
    }

    [Fact]
    public void Fit_UnreportedRound_MeasuresNothing()
    {
        using var game = new ChasingGame();
        using var source = new NumberSource();
        var hook = new RecordingHook(every: 2);

        game.Fit(source, TrainingLength.Rounds(4), [hook]);

        Assert.Equal([false, true, false, true], game.Reported);
        Assert.All(hook.Reports, report => Assert.Equal(
            ["drawn", "follower.gradient", "follower.loss", "follower.update", "leader.gradient", "leader.loss", "leader.update"], report.Values.Keys.Order()));
        Assert.Equal([1, 3], hook.Reports.Select(report => report.Values["drawn"]));
    }

    [Fact]
    public void Fit_Batches_AreDisposedByTheRound()
    {
        using var game = new ChasingGame();
        using var source = new NumberSource();

        game.Fit(source, TrainingLength.Rounds(4));

        Assert.Equal(5, source.Given.Count); // the first-step check takes one too
        Assert.All(source.Given, batch => Assert.True(batch.IsDisposed));
    }

    [Fact]
    public void Fit_BatchesOfAnotherType_CountFullBatches()
    {
        using var game = new ChasingGame();
        using var source = new NumberSource();

        Assert.Equal(12, game.Fit(source, TrainingLength.Rounds(4)).SamplesSeen);
    }

    [Fact]
    public void Fit_NoSource_NamesTheParameter()
    {
        using var game = new ChasingGame();

        Assert.Throws<ArgumentNullException>("source", () => game.Fit(null!, TrainingLength.Rounds(1)));
    }
}
