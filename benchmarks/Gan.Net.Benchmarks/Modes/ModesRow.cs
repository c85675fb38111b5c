using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>One method of the table. What it does not say is the same for all.</summary>
internal sealed record ModesRow
{
    public static IReadOnlyList<ModesRow> All { get; } =
    [
        new() { Name = "GAN", Method = "non-saturating" },
        new() { Name = "GAN+R1", Method = "non-saturating, R1 with γ 0.1", Rules = rules => rules with { Regularizers = [new R1Penalty { Gamma = 0.1 }] }, Share = 0.75 },
        new()
        {
            Name = "WGAN-GP",
            Method = "Wasserstein, gradient penalty 0.1, 2 discriminator steps",
            Rules = rules => rules with { Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty { Weight = 0.1 }], DiscriminatorSteps = 2 },
            Share = 0.46,
        },
        new()
        {
            Name = "unrolled",
            Method = "non-saturating, 1 step unrolled through the discriminator's Adam, whose rate is a tenth, as in the authors' notebook",
            UnrolledSteps = 1,
            DiscriminatorRate = 0.1,
            Share = 0.3,
        },
        new() { Name = "PacGAN2", Method = "non-saturating, packs of 2, so batches of 256 samples", Pack = 2, Share = 0.78 },
        new() { Name = "minibatch", Method = "non-saturating, minibatch discrimination with 4 kernels of 2, closeness averaged, their initial weights times 4", Kernels = 4, Share = 0.52 },
        new()
        {
            Name = "RpGAN+R1+R2",
            Method = "relativistic pairing, R1 and R2 with γ 0.1",
            Rules = rules => rules with { Loss = new RelativisticPairingLoss(), Regularizers = [new R1Penalty { Gamma = 0.1 }, new R2Penalty { Gamma = 0.1 }] },
            Share = 0.66,
        },
    ];

    public required string Name { get; init; }

    /// <summary>What is particular to it, for the page.</summary>
    public required string Method { get; init; }

    /// <summary>What it changes of the common rules.</summary>
    public Func<GanTrainerOptions, GanTrainerOptions> Rules { get; init; } = rules => rules;

    /// <summary>Samples judged together.</summary>
    public int Pack { get; init; } = 1;

    /// <summary>Kernels of minibatch discrimination, or 0 for none.</summary>
    public int Kernels { get; init; }

    /// <summary>Discriminator steps the generator looks ahead, or 0 for none.</summary>
    public int UnrolledSteps { get; init; }

    /// <summary>The discriminator's rate as a share of the common one.</summary>
    public double DiscriminatorRate { get; init; } = 1;

    /// <summary>The share of the common rounds that it plays, such that every row takes about as much processor time.</summary>
    public double Share { get; init; } = 1;
}
