using Gan.Net.Augmentations;
using Gan.Net.Losses;
using Gan.Net.Regularizers;

namespace Gan.Net.Training;

/// <summary>The rules of the two-player game. The defaults are the DCGAN paper's. Immutable.</summary>
public sealed record GanTrainerOptions : TrainerOptions
{
    /// <summary>The two objectives. Default <see cref="NonSaturatingLoss"/>.</summary>
    public IAdversarialLoss Loss { get; init; } = new NonSaturatingLoss();

    /// <summary>Discriminator steps in each round (k in the original algorithm), at least 1. Default 1.</summary>
    public int DiscriminatorSteps { get; init; } = 1;

    /// <summary>Rounds in which the discriminator takes more steps, as WGAN's authors have it. Default null: none.</summary>
    public StepWarmUp? DiscriminatorWarmUp { get; init; }

    /// <summary>The generator's optimizer. Default Adam, rate 2e-4, beta 0.5 and 0.999.</summary>
    public OptimizerSettings GeneratorOptimizer { get; init; } = new AdamSettings();

    /// <summary>The discriminator's optimizer. Default Adam, rate 2e-4, beta 0.5 and 0.999.</summary>
    public OptimizerSettings DiscriminatorOptimizer { get; init; } = new AdamSettings();

    /// <summary>Which latents the generator's step uses. Default <see cref="LatentReuse.Fresh"/>.</summary>
    public LatentReuse Latents { get; init; } = LatentReuse.Fresh;

    /// <summary>Which condition a conditional generator is given. Default <see cref="BatchConditions"/>.</summary>
    public IConditionSampler FakeConditions { get; init; } = new BatchConditions();

    /// <summary>Who moves first. Default <see cref="PlayerOrder.DiscriminatorFirst"/>.</summary>
    public PlayerOrder Order { get; init; } = PlayerOrder.DiscriminatorFirst;

    /// <summary>
    /// What the discriminator sees real and generated samples through, in this order; the generator learns through them. Default nothing.
    /// </summary>
    public IReadOnlyList<IAugmentation> Augmentations { get; init; } = [];

    /// <summary>What is added to the players' losses. Default nothing.</summary>
    public IReadOnlyList<IRegularizer> Regularizers { get; init; } = [];

    /// <summary>What acts on the discriminator's gradients before each of its steps, in this order. Default nothing.</summary>
    public IReadOnlyList<IBeforeStep> BeforeDiscriminatorStep { get; init; } = [];

    /// <summary>What acts on the generator's gradients before each of its steps, in this order. Default nothing.</summary>
    public IReadOnlyList<IBeforeStep> BeforeGeneratorStep { get; init; } = [];

    /// <summary>What acts on the discriminator's weights after each of its steps, in this order. Default nothing.</summary>
    public IReadOnlyList<IAfterStep> AfterDiscriminatorStep { get; init; } = [];

    /// <summary>What acts on the generator's weights after each of its steps, in this order. Default nothing.</summary>
    public IReadOnlyList<IAfterStep> AfterGeneratorStep { get; init; } = [];

    /// <summary>
    /// A running average of the generator's weights, which samples and saved generators then show. Default null: none is kept.
    /// </summary>
    public EmaSettings? Ema { get; init; }

    /// <summary>The part of the rules that the discriminator plays by.</summary>
    internal AdversaryOptions Adversary => new() { Loss = Loss, Regularizers = Regularizers, Augmentations = Augmentations };

    internal GanTrainerOptions Validated()
    {
        var problems = new OptionProblems(nameof(GanTrainerOptions))
            .OnThisMachine(Device)
            .Require(NumericPolicy is not null, "must be given", NumericPolicy)
            .Known(Update)
            .Known(Latents)
            .Known(Order)
            .Require(FakeConditions is not null, "must be given", FakeConditions)
            .Require(Collective is not null, "must be given", Collective)
            .AtLeast(DiscriminatorSteps, 1);
        Adversary.Validate(problems);
        problems
            .Require(
                Latents != LatentReuse.Shared || (Order == PlayerOrder.DiscriminatorFirst && Update == UpdateRule.Alternating),
                "can be Shared only when the discriminator moves first and players alternate", Latents)
            .Require(Update != UpdateRule.Simultaneous || DiscriminatorSteps == 1, "must be 1 when players move simultaneously", DiscriminatorSteps)
            .Require(Update != UpdateRule.Simultaneous || DiscriminatorWarmUp is null, "must be left out when players move simultaneously", DiscriminatorWarmUp)
            .AtLeast(GradientAccumulation, 1)
            .Require(GradientAccumulation <= 1 || Latents != LatentReuse.Shared, "must be 1 when latents are Shared", GradientAccumulation)
            .Each(BeforeDiscriminatorStep, (settings, inside) => settings.Validate(inside))
            .Each(BeforeGeneratorStep, (settings, inside) => settings.Validate(inside))
            .Each(AfterDiscriminatorStep, (settings, inside) => settings.Validate(inside))
            .Each(AfterGeneratorStep, (settings, inside) => settings.Validate(inside))
            .Within(GeneratorOptimizer, (settings, inside) => settings.Validate(inside))
            .Within(DiscriminatorOptimizer, (settings, inside) => settings.Validate(inside));
        if (DiscriminatorWarmUp is not null)
        {
            problems.Within(DiscriminatorWarmUp, (settings, inside) => settings.Validate(inside));
        }

        if (Ema is not null)
        {
            problems.Within(Ema, (settings, inside) => settings.Validate(inside));
        }

        problems.ThrowIfAny();
        return this;
    }
}
