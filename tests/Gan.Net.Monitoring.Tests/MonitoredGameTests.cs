namespace Gan.Net.Monitoring.Tests;

/// <summary>
/// Real games under the monitor: each game broken on purpose receives its verdict, and healthy recipes none. The fast form plays one seed
/// and gives broken games less time to settle; the long one plays five with the default options (papers' recipes once), and <c>monitor</c> of the benchmarks prints
/// the table.
/// </summary>
public sealed class MonitoredGameTests
{
    private const int Seeds = 5;
    private const long SoonSettled = 2_000;
    private const long FewRounds = 2_600;

    public static TheoryData<string> BrokenGames => [.. MonitoredGames.Broken.Select(game => game.Name)];

    [Theory]
    [MemberData(nameof(BrokenGames))]
    public void Fit_BrokenGame_ReceivesItsVerdict(string name)
    {
        var game = MonitoredGames.Broken.Single(game => game.Name == name);

        AssertVerdict(game with { Rounds = Math.Min(game.Rounds, FewRounds), Options = game.Options with { Settling = SoonSettled } }, seed: 1);
    }

    [Fact]
    public void BrokenGames_Kinds_AreAllThereAre() =>
        Assert.Equal(Enum.GetValues<VerdictKind>().Order(), MonitoredGames.Broken.Select(game => game.Expected!.Value).Order());

    [Fact]
    public void Fit_RingRecipe_ReceivesNoVerdict() => AssertHealthy(MonitoredGames.Ring8, seed: 1);

    [Fact]
    public void Fit_ShortDigits_ReceivesNoVerdict() => AssertHealthy(MonitoredGames.ShortDigits, seed: 1);

    [LongFact]
    public void Fit_BrokenGamesOverSeeds_AllReceiveTheirVerdicts()
    {
        foreach (var game in MonitoredGames.Broken)
        {
            for (var seed = 1; seed <= Seeds; seed++)
            {
                AssertVerdict(game, seed);
            }
        }
    }

    [LongFact]
    public void Fit_HealthyRecipesOverSeeds_ReceiveNone()
    {
        foreach (var game in MonitoredGames.Healthy)
        {
            for (var seed = 1; seed <= (game.Recipe is null ? Seeds : 1); seed++)
            {
                AssertHealthy(game, seed);
            }
        }
    }

    private static void AssertVerdict(MonitoredGame game, long seed)
    {
        var verdicts = game.Play(seed);

        Assert.True(
            verdicts.Count(verdict => verdict.Kind == game.Expected) == 1,
            $"{game.Name}, seed {seed}: expected {game.Expected} once, found {Describe(verdicts)}.");
    }

    private static void AssertHealthy(MonitoredGame game, long seed)
    {
        var verdicts = game.Play(seed);

        Assert.True(verdicts.Count == 0, $"{game.Name}, seed {seed}: expected none, found {Describe(verdicts)}.");
    }

    private static string Describe(IReadOnlyList<Verdict> verdicts) => verdicts.Count == 0 ? "none" : string.Join(" ", verdicts);
}
