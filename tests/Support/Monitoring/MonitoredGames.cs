using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Losses;
using Gan.Net.Mlp;
using Gan.Net.Monitoring;
using Gan.Net.Regularizers;
using Gan.Net.Training;

namespace Gan.Net.TestSupport;

/// <summary>The games that monitoring is tested with: one broken on purpose for each verdict, and healthy recipes.</summary>
internal static class MonitoredGames
{
    private static readonly MlpOptions RingModel = MlpOptions.Ring with { OutputScale = 2.5 };

    public static IReadOnlyList<MonitoredGame> Broken { get; } =
    [
        Small("generator 2,000 times slower than the discriminator", VerdictKind.DiscriminatorWins, 1_200, Rates(1e-6, 2e-3)),
        Small("discriminator 2,000 times slower than the generator", VerdictKind.GeneratorWins, 1_200, Rates(2e-3, 1e-6)),
        Small("data beyond the generator's reach (radius 8, Tanh times 2.5), the original loss", VerdictKind.VanishingGradient, 2_000, Rates(2e-3, 2e-3) with { Loss = new MinimaxLoss() })
            with { Source = seed => Ring(RingOptions.Unrolled with { Radius = 8 }, 64, seed) },
        Small("the ring's recipe with Adam's first beta at 0.95", VerdictKind.Oscillation, 8_000, new GanTrainerOptions
        {
            GeneratorOptimizer = new AdamSettings { LearningRate = 2e-3, Beta1 = 0.95 },
            DiscriminatorOptimizer = new AdamSettings { LearningRate = 2e-3, Beta1 = 0.95 },
        }),
        Small("generator 100 times slower, two discriminator steps", VerdictKind.Collapse, 8_000, Rates(5e-5, 5e-3) with { DiscriminatorSteps = 2 }),
        Small("a generator of one latent coordinate and eight units", VerdictKind.PartialCollapse, 8_000, Rates(1e-3, 5e-3) with { DiscriminatorSteps = 2 })
            with { Models = seed => Mlp(RingModel with { Latent = new LatentSpace { Size = 1 }, GeneratorWidths = [8] }, seed) },
        Small("a Wasserstein critic without a bound", VerdictKind.Divergence, 1_000, Rates(2e-2, 2e-2) with { Loss = new WassersteinLoss() }),
    ];

    /// <summary>The command line's ring, as it is.</summary>
    public static MonitoredGame Ring8 { get; } = Small("ring, the tool's recipe", null, 8_000, Rates(2e-3, 2e-3)) with { Source = seed => Ring(RingOptions.D2Gan, 256, seed) };

    /// <summary>
    /// The command line's drawn digits with a DCGAN of width 16 and small batches, watched with short windows. For one seed: with seed 5 it does
    /// make one picture only for all of its 600 rounds, and is told so.
    /// </summary>
    public static MonitoredGame ShortDigits { get; } = Digits("digits, narrow DCGAN, 600 rounds", 16, 32, 600) with
    {
        Options = new TrainingMonitorOptions { Every = 20, Window = 300, SampleWindow = 500, Settling = 600 },
    };

    public static IReadOnlyList<MonitoredGame> Healthy { get; } =
    [
        Ring8,
        Ring8 with { Name = "ring, at half the rate", Rules = Rates(1e-3, 1e-3) },
        Ring8 with { Name = "ring, hinge loss", Rules = Rates(2e-3, 2e-3) with { Loss = new HingeLoss() } },
        Ring8 with { Name = "ring, R1", Rules = Rates(2e-3, 2e-3) with { Regularizers = [new R1Penalty()] } },
        Ring8 with
        {
            Name = "grid, the tool's recipe",
            Source = seed => new GridSource(GridOptions.PacGan, new DrawOptions { BatchSize = 256, Seed = seed }),
            Models = seed => Mlp(RingModel with { GeneratorWidths = [128, 64], DiscriminatorWidths = [64, 32], OutputScale = 4.4 }, seed),
            Rounds = 16_000,
        },
        Digits("digits, DCGAN of width 16", 16, 64, 3_000),
        Digits("digits, DCGAN, the tool's recipe", 64, 64, 3_000),
        Digits("digits, MLP", 64, 64, 6_000) with { Models = seed => Mlp(MlpOptions.Mnist, seed) },
        .. RecipeGames.OnTheRing,
        .. RecipeGames.OnDigits,
    ];

    private static MonitoredGame Small(string name, VerdictKind? expected, long rounds, GanTrainerOptions rules) => new()
    {
        Name = name,
        Expected = expected,
        Rounds = rounds,
        Rules = rules,
        Source = seed => Ring(RingOptions.D2Gan, 64, seed),
        Models = seed => Mlp(RingModel, seed),
    };

    private static MonitoredGame Digits(string name, int width, int batch, long rounds) => new()
    {
        Name = name,
        Rounds = rounds,
        Source = seed => new DrawnDigits(new DrawOptions { BatchSize = batch, Seed = seed }),
        Models = seed =>
        {
            var options = DcganOptions.Mnist28 with { Width = width, Seed = seed };
            return (new DcganGenerator(options), new DcganDiscriminator(options));
        },
    };

    private static RingSource Ring(RingOptions ring, int batch, long seed) => new(ring, new DrawOptions { BatchSize = batch, Seed = seed });

    private static (IGenerator Generator, IDiscriminator Discriminator) Mlp(MlpOptions options, long seed) =>
        (new MlpGenerator(options with { Seed = seed }), new MlpDiscriminator(options with { Seed = seed }));

    private static GanTrainerOptions Rates(double generator, double discriminator) => new()
    {
        GeneratorOptimizer = new AdamSettings { LearningRate = generator },
        DiscriminatorOptimizer = new AdamSettings { LearningRate = discriminator },
    };
}
