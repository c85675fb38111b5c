using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.TestSupport;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Games;

/// <summary>A small game that can be made again and again, always the same: networks, trainer and data.</summary>
internal sealed class SmallGame : IDisposable
{
    private const int Hidden = 12;

    private readonly IGenerator _generator;
    private readonly IDiscriminator _discriminator;

    public SmallGame(GanTrainerOptions? options = null, Func<IGenerator, IDiscriminator, GanTrainerOptions, GanTrainer>? seat = null, int hidden = Hidden)
        : this(new SmallGenerator(seed: 1, hidden), new SmallDiscriminator(seed: 2), options ?? Everything, seat)
    {
    }

    public SmallGame(
        IGenerator generator, IDiscriminator discriminator, GanTrainerOptions options, Func<IGenerator, IDiscriminator, GanTrainerOptions, GanTrainer>? seat = null)
    {
        _generator = generator;
        _discriminator = discriminator;
        Trainer = (seat ?? Seat)(_generator, _discriminator, options);
    }

    /// <summary>
    /// Rules with something of every kind that has to be remembered: chance in the loss and in penalties, penalties that are due now and then,
    /// running means, an average that warms up, schedules, two optimizers, several steps a round, steps that may be left out.
    /// </summary>
    public static GanTrainerOptions Everything => new()
    {
        Seed = 3,
        Loss = new LabelNoiseLoss(),
        DiscriminatorSteps = 2,
        DiscriminatorOptimizer = new AdamSettings { LearningRate = new CosineSchedule { From = 4e-3, To = 1e-3, Over = 300 } },
        GeneratorOptimizer = new SgdSettings { LearningRate = 0.05, Momentum = 0.9 },
        Regularizers = [new LeCamPenalty(), new R1Penalty { Every = 4 }, new WganGpPenalty { Every = 3 }],
        Ema = new EmaSettings { HalfLife = 200 },
        NumericPolicy = NumericPolicy.SkipStep(),
    };

    /// <summary>The game of a recipe, its networks apart.</summary>
    public static SmallGame Of(Recipe recipe) =>
        new(new SmallGenerator(seed: 1), new SmallDiscriminator(seed: 2, recipe.PackSize), recipe.Trainer, (generator, discriminator, _) => recipe.CreateTrainer(generator, discriminator));

    public GanTrainer Trainer { get; }

    /// <summary>Seven batches in an epoch, the last one smaller; three batches of each four fall in the middle of one.</summary>
    public NoiseSource Source { get; } = new(1, 4, 4) { BatchesPerEpoch = 7, LastBatchSize = 2, Labelled = true };

    /// <summary>Everything the game remembers, as one digest.</summary>
    public string Digest(params string[] texts) => TrainerDigest.Of(Trainer, texts);

    /// <summary>Plays on until so many rounds are played in all.</summary>
    public void PlayTo(long rounds, params TrainingHook[] hooks)
    {
        if (rounds > Trainer.Rounds)
        {
            Trainer.Fit(Source, TrainingLength.Rounds(rounds - Trainer.Rounds), hooks);
        }
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
        Source.Dispose();
    }

    private static GanTrainer Seat(IGenerator generator, IDiscriminator discriminator, GanTrainerOptions options) => new(generator, discriminator, options);
}
