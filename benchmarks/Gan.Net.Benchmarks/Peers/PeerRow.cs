using Gan.Net.Dcgan;
using Gan.Net.Losses;
using Gan.Net.Mlp;
using Gan.Net.Regularizers;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>One game that all sides play: its models, its batch, and the ratios to the others' loops that it must not exceed.</summary>
internal sealed record PeerRow
{
    public required string Name { get; init; }

    public required int Batch { get; init; }

    public required long[] SampleShape { get; init; }

    public required Func<(IGenerator, IDiscriminator)> Models { get; init; }

    /// <summary>The goals.</summary>
    public required PeerGoals Goals { get; init; }

    public bool Wgan { get; init; }

    public GanTrainerOptions Options(LatentReuse latents)
    {
        var adam = Wgan ? new AdamSettings { Beta1 = 0, Beta2 = 0.9 } : new AdamSettings();
        return new GanTrainerOptions
        {
            Loss = Wgan ? new WassersteinLoss() : new NonSaturatingLoss(),
            Regularizers = Wgan ? [new WganGpPenalty()] : [],
            GeneratorOptimizer = adam,
            DiscriminatorOptimizer = adam,
            Latents = latents,
        };
    }

    public static IReadOnlyList<PeerRow> All { get; } =
    [
        new() { Name = "ring", Batch = 64, SampleShape = [2], Goals = new(0.45, 0.45), Models = () => Mlp(MlpOptions.Ring) },
        new() { Name = "mlp", Batch = 128, SampleShape = [1, 28, 28], Goals = new(0.85, 0.85), Models = () => Mlp(MlpOptions.Mnist) },
        new() { Name = "dcgan28", Batch = 64, SampleShape = [1, 28, 28], Goals = new(0.95, 0.80), Models = () => Dcgan(DcganOptions.Mnist28) },
        new() { Name = "dcgan64", Batch = 32, SampleShape = [3, 64, 64], Goals = new(0.95, null), Models = () => Dcgan(DcganOptions.Paper64) },
        new() { Name = "wgan-gp-mlp", Batch = 128, SampleShape = [1, 28, 28], Goals = new(0.85, null), Wgan = true, Models = () => Mlp(MlpOptions.Mnist) },
        new()
        {
            Name = "wgan-gp-dcgan28", Batch = 64, SampleShape = [1, 28, 28], Goals = new(0.90, null), Wgan = true,
            Models = () => Dcgan(DcganOptions.Mnist28 with { DiscriminatorNorm = Norm.None }),
        },
    ];

    public static PeerRow Named(string name) =>
        All.FirstOrDefault(row => row.Name == name) ?? throw new ArgumentException($"There is no row '{name}'; there are {string.Join(", ", All.Select(row => row.Name))}.");

    private static (IGenerator, IDiscriminator) Mlp(MlpOptions options) => (new MlpGenerator(options), new MlpDiscriminator(options));

    private static (IGenerator, IDiscriminator) Dcgan(DcganOptions options) => (new DcganGenerator(options), new DcganDiscriminator(options));
}
