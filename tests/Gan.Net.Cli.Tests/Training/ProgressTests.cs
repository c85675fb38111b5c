using Gan.Net.Cli.Training;
using Gan.Net.Training;

namespace Gan.Net.Cli.Tests.Training;

public sealed class ProgressTests
{
    private static readonly TrainingReport _report = new()
    {
        Round = 1000,
        LastRound = 4000,
        SamplesSeen = 64_000,
        Epoch = null,
        Values = new Dictionary<string, double>
        {
            ["discriminator.loss"] = 1.25,
            ["generator.loss"] = 0.5,
            ["score.real"] = 0,
            ["score.fake"] = -Math.Log(3),
            ["probability.real"] = 0.5,
            ["probability.fake"] = 0.3,
        },
    };

    [Fact]
    public void Progress_QuarterOfARun_IsReadable()
    {
        var progress = new Progress(_report, TimeSpan.FromSeconds(20));

        Assert.Equal("1,000/4,000", progress.Rounds);
        Assert.Equal("25 %", progress.Percent);
        Assert.Equal("D 1.250  G 0.500  D(real) 0.50  D(fake) 0.25", progress.Game);
        Assert.Equal("3,200 samples/s", progress.Speed);
        Assert.Equal("1:00 left", progress.Left);
    }

    [Fact]
    public void Game_LogitsThatAreNoLogOdds_AreShownAsTheyAre()
    {
        var critic = _report with
        {
            Values = new Dictionary<string, double> { ["discriminator.loss"] = 1.25, ["generator.loss"] = -0.5, ["score.real"] = -0.036, ["score.fake"] = 0.546 },
        };

        Assert.Equal("D 1.250  G -0.500  logit(real) -0.04  logit(fake) 0.55", new Progress(critic, TimeSpan.FromSeconds(20)).Game);
    }

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(58.2, "0:59")]
    [InlineData(600, "10:00")]
    [InlineData(3661, "1:01:01")]
    public void Clock_Seconds_AreMinutesAndHours(double seconds, string text) => Assert.Equal(text, Progress.Clock(TimeSpan.FromSeconds(seconds)));
}
