using Gan.Net.Dcgan;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Stacked;

/// <summary>One method of the table. What it does not say is the same for all.</summary>
internal sealed record StackedRow
{
    public static IReadOnlyList<StackedRow> All { get; } =
    [
        new() { Name = "DCGAN", Method = "non-saturating; batch norm in both nets" },
        new() { Name = "PacDCGAN2", Method = "the same, packs of 2, so batches of 128 pictures", Pack = 2 },
        new()
        {
            Name = "RpGAN+R1+R2",
            Method = "relativistic pairing, R1 and R2 with γ from 1 to 0.1, Adam β 0 and 0.99; no batch norm in D",
            DiscriminatorNorm = Norm.None,
            Rules = Penalised,
        },
    ];

    public required string Name { get; init; }

    /// <summary>What is particular to it, for the page.</summary>
    public required string Method { get; init; }

    /// <summary>Pictures judged together.</summary>
    public int Pack { get; init; } = 1;

    public Norm DiscriminatorNorm { get; init; } = Norm.Batch;

    /// <summary>What it changes of the common rules, for a training of so many pictures.</summary>
    public Func<GanTrainerOptions, long, GanTrainerOptions> Rules { get; init; } = (rules, _) => rules;

    // As R3GAN trains (Huang et al. 2024), without its changing beta 2.
    private static GanTrainerOptions Penalised(GanTrainerOptions rules, long pictures)
    {
        var gamma = new CosineSchedule { From = 1, To = 0.1, Over = pictures };
        var adam = new AdamSettings { Beta1 = 0, Beta2 = 0.99 };
        return rules with
        {
            Loss = new RelativisticPairingLoss(),
            Regularizers = [new R1Penalty { Gamma = gamma }, new R2Penalty { Gamma = gamma }],
            GeneratorOptimizer = adam,
            DiscriminatorOptimizer = adam,
        };
    }
}
