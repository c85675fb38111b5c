using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;

namespace Gan.Net.Training;

/// <summary>
/// Papers' settings by name. What each sets, where it is written, and where we depart from it: the pages under <c>docs/recipes</c>.
/// </summary>
public static class Recipes
{
    /// <summary>The non-saturating game with the library's defaults: Adam at 1e-3 with beta 0.5, for small networks and data of the plane.</summary>
    public static Recipe NonSaturating { get; } = new()
    {
        Name = "non-saturating",
        Source = "Goodfellow et al. 2014, section 3",
        BatchSize = 256,
        Trainer = Alike(new AdamSettings { LearningRate = 1e-3 }),
    };

    /// <summary>DCGAN (Radford, Metz and Chintala 2015, section 4).</summary>
    public static Recipe Dcgan { get; } = new()
    {
        Name = "dcgan",
        Source = "Radford, Metz and Chintala 2015, section 4",
        BatchSize = 128,
        DiscriminatorNorm = Norm.Batch,
        Trainer = Alike(new AdamSettings()) with { Latents = LatentReuse.Shared },
    };

    /// <summary>WGAN with weight clipping (Arjovsky, Chintala and Bottou 2017, algorithm 1), and its authors' rounds of 100 critic steps.</summary>
    public static Recipe Wgan { get; } = new()
    {
        Name = "wgan",
        Source = "Arjovsky, Chintala and Bottou 2017, algorithm 1",
        BatchSize = 64,
        DiscriminatorNorm = Norm.Batch,
        Trainer = Alike(new RmsPropSettings { LearningRate = 5e-5 }) with
        {
            Loss = new WassersteinLoss(),
            DiscriminatorSteps = 5,
            DiscriminatorWarmUp = new StepWarmUp(),
            AfterDiscriminatorStep = [new WeightClipping { Bound = 0.01 }],
        },
    };

    /// <summary>WGAN-GP (Gulrajani et al. 2017, algorithm 1).</summary>
    public static Recipe WganGp { get; } = new()
    {
        Name = "wgan-gp",
        Source = "Gulrajani et al. 2017, algorithm 1",
        BatchSize = 64,
        Trainer = Alike(new AdamSettings { LearningRate = 1e-4, Beta1 = 0, Beta2 = 0.9 }) with
        {
            Loss = new WassersteinLoss(),
            Regularizers = [new WganGpPenalty { Weight = 10 }],
            DiscriminatorSteps = 5,
        },
    };

    /// <summary>SN-GAN with the hinge loss, as for ResNets on CIFAR-10 (Miyato et al. 2018, section 4 and appendix B.3).</summary>
    public static Recipe SnGan { get; } = new()
    {
        Name = "sn-gan",
        Source = "Miyato et al. 2018, section 4 and appendix B.3",
        BatchSize = 64,
        Rounds = 100_000,
        DiscriminatorNorm = Norm.Spectral,
        Trainer = Alike(new AdamSettings { LearningRate = new LinearSchedule { From = 2e-4, To = 0, Over = 100_000 * 5 * 64 }, Beta1 = 0, Beta2 = 0.9 }) with
        {
            Loss = new HingeLoss(),
            DiscriminatorSteps = 5,
        },
    };

    /// <summary>LSGAN with labels 0 and 1 (Mao et al. 2017, equation 9 and section 4.1).</summary>
    public static Recipe LsGan { get; } = new()
    {
        Name = "lsgan",
        Source = "Mao et al. 2017, equation 9 and section 4.1",
        BatchSize = 64,
        DiscriminatorNorm = Norm.Batch,
        Trainer = Alike(new AdamSettings { LearningRate = 1e-3, Beta1 = 0.5 }) with { Loss = new LeastSquaresLoss(), Latents = LatentReuse.Shared },
    };

    /// <summary>R3GAN, as for Stacked MNIST (Huang et al. 2024, appendix, table of hyperparameters).</summary>
    public static Recipe R3Gan { get; } = new()
    {
        Name = "r3gan",
        Source = "Huang et al. 2024, appendix",
        BatchSize = 512,
        Rounds = 10_000_000 / 512,
        Trainer = Alike(new AdamSettings { LearningRate = 2e-4, Beta1 = 0, Beta2 = OverBurnIn(0.9, 0.99) }) with
        {
            Loss = new RelativisticPairingLoss(),
            Regularizers = [new R1Penalty { Gamma = OverBurnIn(1, 0.1) }, new R2Penalty { Gamma = OverBurnIn(1, 0.1) }],
            Ema = new EmaSettings { HalfLife = OverBurnIn(0, 500_000), RampUp = null },
        },
    };

    /// <summary>PacGAN with packs of two, as for points of the plane (Lin et al. 2018, section 4.1 and appendix).</summary>
    public static Recipe PacGan2D { get; } = new()
    {
        Name = "pacgan-2d",
        Source = "Lin et al. 2018, section 4.1",
        BatchSize = 200,
        Rounds = 400_000,
        PackSize = 2,
        Trainer = Alike(new AdamSettings { LearningRate = 1e-4, Beta1 = 0.8 }),
    };

    /// <summary>Unrolled GAN, as for points of the plane (Metz et al. 2017, section 3.1 and appendix A).</summary>
    public static Recipe Unrolled2D { get; } = new()
    {
        Name = "unrolled-2d",
        Source = "Metz et al. 2017, section 3.1 and appendix A",
        BatchSize = 512,
        Rounds = 25_000,
        UnrolledSteps = 5,
        Trainer = new()
        {
            Loss = new MinimaxLoss(),
            GeneratorOptimizer = new AdamSettings { LearningRate = 1e-3, Beta1 = 0.5 },
            DiscriminatorOptimizer = new AdamSettings { LearningRate = 1e-4, Beta1 = 0.5 },
        },
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Recipe> All { get; } = [NonSaturating, Dcgan, Wgan, WganGp, SnGan, LsGan, R3Gan, PacGan2D, Unrolled2D];

    /// <summary>The recipe of this name, or null when there is none.</summary>
    public static Recipe? Find(string name) => All.FirstOrDefault(recipe => recipe.Name == name);

    private static GanTrainerOptions Alike(OptimizerSettings optimizer) => new() { GeneratorOptimizer = optimizer, DiscriminatorOptimizer = optimizer };

    private static CosineSchedule OverBurnIn(double from, double to) => new() { From = from, To = to, Over = 2_000_000 };
}
