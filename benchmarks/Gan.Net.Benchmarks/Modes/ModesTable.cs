namespace Gan.Net.Benchmarks.Modes;

/// <summary>What was measured: for each row and game the runs of all seeds.</summary>
internal sealed class ModesTable(ModesBudget budget)
{
    public const string Perfect = "perfect sampler";

    private readonly Dictionary<(string Row, string Game), SeedResult[]> _runs = [];

    public ModesBudget Budget => budget;

    /// <summary>Rows with runs on every game, the perfect sampler first.</summary>
    public IEnumerable<string> Rows => ModesRow.All.Select(row => row.Name).Prepend(Perfect).Where(name => ModesGame.All.All(game => _runs.ContainsKey((name, game.Name))));

    public SeedResult[] this[string row, ModesGame game]
    {
        get => _runs[(row, game.Name)];
        set => _runs[(row, game.Name)] = value;
    }

    public MeanAndError Modes(string row, ModesGame game) => Mean(row, game, run => run.Coverage.Covered);

    public MeanAndError HighQuality(string row, ModesGame game) => Mean(row, game, run => 100 * run.Coverage.HighQuality!.Value);

    public MeanAndError Kl(string row, ModesGame game) => Mean(row, game, run => run.Coverage.KlToUniform);

    /// <summary>Processor time of one run of a row.</summary>
    public double Seconds(string row) => ModesGame.All.Average(game => Mean(row, game, run => run.Seconds).Mean);

    /// <summary>Processor time of all runs.</summary>
    public TimeSpan Processor => TimeSpan.FromSeconds(_runs.Values.Sum(runs => runs.Sum(run => run.Seconds)));

    /// <summary>Every mode of the ring, 24.8 of the grid's 25 on average, and 90 % of the samples of high quality on both.</summary>
    public bool ReachesTheGoal(string row) =>
        Modes(row, ModesGame.Ring).Mean >= 8 && Modes(row, ModesGame.Grid).Mean >= 24.8 && ModesGame.All.All(game => HighQuality(row, game).Mean >= 90);

    private MeanAndError Mean(string row, ModesGame game, Func<SeedResult, double> number) => MeanAndError.Of([.. this[row, game].Select(number)]);
}
