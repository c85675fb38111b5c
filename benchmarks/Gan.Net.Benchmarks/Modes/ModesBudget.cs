using Gan.Net.Mlp;
using Gan.Net.Schedules;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>What all rows have in common: nets, optimizer, rounds. Found by a few single runs, never by a search for each row.</summary>
internal sealed record ModesBudget
{
    private const double FirstRate = 1e-3;
    private const double LastRate = 1e-5;

    /// <summary>The table's.</summary>
    public static ModesBudget Full { get; } = new() { Rounds = 12_000, Seeds = 10 };

    /// <summary>Three minutes on two cores: enough to see modes, not to sharpen them.</summary>
    public static ModesBudget Quick { get; } = new() { Rounds = 6000, Seeds = 1 };

    /// <summary>Rounds of the row whose rounds cost least.</summary>
    public required int Rounds { get; init; }

    public required int Seeds { get; init; }

    /// <summary>The first seed. Settings were looked for with seed 1, so that the table's seeds have no part in them.</summary>
    public int FirstSeed { get; init; } = 201;

    /// <summary>Trainings at a time.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Logits of real samples in a discriminator step.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>Widths of both nets.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [128, 128, 128];

    public string Rate => FormattableString.Invariant($"Adam, β 0 and 0.99, rate {FirstRate} falling to {LastRate} along half a cosine");

    public string Inputs => "discriminators see coordinates of unit deviation";

    public int RoundsOf(ModesRow row) => (int)Math.Round(Rounds * row.Share);

    public MlpOptions Nets(ModesGame game, long seed) => new()
    {
        Latent = new LatentSpace { Size = 2 },
        SampleShape = [2],
        GeneratorWidths = Widths,
        DiscriminatorWidths = Widths,
        GeneratorSlope = 0,
        OutputScale = game.Reach,
        Seed = seed,
    };

    public GanTrainerOptions Rules(ModesRow row, long seed)
    {
        var rules = row.Rules(new GanTrainerOptions { Seed = seed });
        var samples = (long)RoundsOf(row) * rules.DiscriminatorSteps * Batch * row.Pack;
        return rules with { GeneratorOptimizer = Adam(1, samples), DiscriminatorOptimizer = Adam(row.DiscriminatorRate, samples) };
    }

    private static AdamSettings Adam(double share, long samples) =>
        new() { LearningRate = new CosineSchedule { From = share * FirstRate, To = share * LastRate, Over = samples }, Beta1 = 0, Beta2 = 0.99 };
}
