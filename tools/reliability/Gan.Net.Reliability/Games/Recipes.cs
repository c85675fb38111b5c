using Gan.Net.Augmentations;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Games;

/// <summary>A game for each loss, penalty and optimizer of the library, which are found by themselves, and for each other rule.</summary>
internal static class Recipes
{
    public static IEnumerable<Recipe> All =>
    [
        .. Every<IAdversarialLoss>().Select(loss => Of(loss.GetType().Name, new() { Loss = loss })),
        .. Every<IRegularizer>().Select(Awake).Select(penalty => Of(penalty.GetType().Name, new() { Regularizers = [penalty] })),
        .. Every<IRegularizer>().Select(Awake).Select(penalty => Of(penalty.GetType().Name + " every third step", new() { Regularizers = [Lazy(penalty)] })),
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
        new("large parameters", () => new SmallGame(SmallGame.Everything, hidden: 5_000)),
        new("everything", () => new SmallGame()),
    ];

    private static Recipe Of(string name, GanTrainerOptions options) => new(name, () => new SmallGame(options));

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
