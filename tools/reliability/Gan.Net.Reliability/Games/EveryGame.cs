using Gan.Net.Augmentations;
using Gan.Net.Conditional;
using Gan.Net.Losses;
using Gan.Net.Mlp;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Games;

/// <summary>
/// A game for each recipe, loss, penalty, augmentation and optimizer of the library, which are found by themselves, and for each other rule.
/// </summary>
internal static class EveryGame
{
    private const int Classes = 3;

    // They need networks that name classes or codes, and have games of their own below.
    private static readonly Type[] _special = [typeof(AuxiliaryClassPenalty), typeof(MutualInformationPenalty)];

    public static IEnumerable<NamedGame> All =>
    [
        .. Recipes.All.Select(recipe => new NamedGame("recipe " + recipe.Name, () => SmallGame.Of(recipe))),
        .. Every<IAdversarialLoss>().Select(loss => Of(loss.GetType().Name, new() { Loss = loss })),
        .. Penalties().Select(penalty => Of(penalty.GetType().Name, new() { Regularizers = [penalty] })),
        .. Penalties().Select(penalty => Of(penalty.GetType().Name + " every third step", new() { Regularizers = [Lazy(penalty)] })),
        .. Every<OptimizerSettings>().Select(optimizer => Of(optimizer.GetType().Name, new() { GeneratorOptimizer = optimizer, DiscriminatorOptimizer = optimizer })),
        .. Every<IAugmentation>().Select(augmentation => Of(augmentation.GetType().Name, new() { Augmentations = [augmentation] })),
        Of("adaptive augmentation", new() { Augmentations = [new AdaptiveAugmentation { Speed = 20 }] }),
        Of("momentum", new() { GeneratorOptimizer = new SgdSettings { Momentum = 0.9 } }),
        Of("schedules", new()
        {
            GeneratorOptimizer = new AdamSettings { LearningRate = new WarmUpSchedule { Target = 1e-3, Over = 10 }, Beta2 = new LinearSchedule { From = 0.9, To = 0.999, Over = 30 } },
        }),
        Of("ema", new() { Ema = new EmaSettings() }),
        Of("five critic steps", new() { DiscriminatorSteps = 5, AfterDiscriminatorStep = [new WeightClipping()] }),
        Of("simultaneous", new() { Update = UpdateRule.Simultaneous }),
        Of("generator first", new() { Order = PlayerOrder.GeneratorFirst, Loss = new RelativisticPairingLoss() }),
        Of("shared latents", new() { Latents = LatentReuse.Shared }),
        Of("steps left out", new() { NumericPolicy = NumericPolicy.SkipStep() }),
        Of("rewind", new() { NumericPolicy = NumericPolicy.Rewind(every: 3), Regularizers = [new LeCamPenalty()] }),
        Of("unchecked", new() { NumericPolicy = NumericPolicy.Unchecked }),
        new("unrolled", () => new SmallGame(new() { Regularizers = [new LeCamPenalty()] }, (generator, discriminator, options) =>
            new UnrolledGanTrainer(generator, discriminator, options) { UnrolledSteps = 2 })),
        Of("gradients clipped and accumulated", new()
        {
            BeforeDiscriminatorStep = [new GradientNormClipping()], BeforeGeneratorStep = [new GradientValueClipping()], GradientAccumulation = 2,
        }),
        Of("critic's warm-up", new() { DiscriminatorWarmUp = new StepWarmUp { Steps = 4, FirstRounds = 2, EveryRounds = 3 } }),
        new("classes named", () => Labelled(options => AuxiliaryDiscriminator.ForClasses(new MlpDiscriminator(options with { Classes = 0 }), Classes))),
        new("codes read", Informed),
        new("labels joined, drawn uniformly", () => Labelled(options => new MlpDiscriminator(options))),
        new("large parameters", () => new SmallGame(SmallGame.Everything, hidden: 5_000)),
        new("everything", () => new SmallGame()),
    ];

    private static SmallGame Labelled(Func<MlpOptions, IDiscriminator> judge)
    {
        var options = new MlpOptions { SampleShape = [1, 4, 4], Latent = new LatentSpace { Size = 3 }, GeneratorWidths = [8], DiscriminatorWidths = [8], Classes = Classes };
        var discriminator = judge(options);
        return new SmallGame(new MlpGenerator(options), discriminator, new GanTrainerOptions
        {
            FakeConditions = new UniformConditions(),
            Regularizers = discriminator is AuxiliaryDiscriminator ? [new AuxiliaryClassPenalty()] : [],
        });
    }

    private static SmallGame Informed()
    {
        var codes = new LatentCodes { Categories = [4] };
        var options = new MlpOptions { SampleShape = [1, 4, 4], Latent = new LatentSpace { Size = 6, Codes = codes }, GeneratorWidths = [8], DiscriminatorWidths = [8] };
        return new SmallGame(
            new MlpGenerator(options), AuxiliaryDiscriminator.ForCodes(new MlpDiscriminator(options), codes, hiddenWidth: 8),
            new GanTrainerOptions { Regularizers = [new MutualInformationPenalty()] });
    }

    private static IEnumerable<IRegularizer> Penalties() => Every<IRegularizer>().Where(penalty => !_special.Contains(penalty.GetType())).Select(Awake);

    private static NamedGame Of(string name, GanTrainerOptions options) => new(name, () => new SmallGame(options));

    private static IEnumerable<T> Every<T>() => typeof(T).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
        .Select(type => (T)Activator.CreateInstance(type)!);

    // A weight that leaves a player out by default is set, so that there is something to remember.
    private static IRegularizer Awake(IRegularizer penalty) => Set(penalty, property => property.Name.EndsWith("Weight", StringComparison.Ordinal) && property.GetValue(penalty) is 0.0, 1e-4);

    private static IRegularizer Lazy(IRegularizer penalty) => Set(penalty, property => property.Name == nameof(IRegularizer.Every), 3);

    private static IRegularizer Set(IRegularizer penalty, Func<System.Reflection.PropertyInfo, bool> chosen, object value)
    {
        foreach (var property in penalty.GetType().GetProperties().Where(chosen))
        {
            property.SetValue(penalty, value);
        }

        return penalty;
    }
}
