using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Training;

/// <summary>Turns what was asked, the recipe and the data into a run's settings.</summary>
internal static class TrainPlan
{
    public static RunConfig Make(TrainRequest request, TrainingData data)
    {
        var recipe = RecipeFor(request);
        var usual = UsualFor(request);
        var epochs = EpochsFor(request, recipe, usual, data);
        CheckClasses(request, data);
        CheckChannels(data);
        return new RunConfig
        {
            Tool = Versions.Tool,
            Engine = Versions.Engine,
            LibTorch = Versions.LibTorch,
            Machine = RunMachine.Gather(),
            Started = DateTime.UtcNow,
            CommandLine = Environment.GetCommandLineArgs()[1..],
            Data = request.DataText,
            DataPlace = request.Data.Place,
            DataDigest = data.Summary?.Digest,
            SampleShape = data.SampleShape,
            Extent = data.Extent,
            Rounds = Rounds(epochs, request.Steps ?? recipe.Rounds ?? usual.Steps, recipe, data),
            Epochs = epochs,
            Seed = request.Seed,
            Device = request.Device,
            Threads = get_num_threads(),
            TensorBoard = request.TensorBoard,
            CheckpointEvery = request.CheckpointEvery,
            Recipe = recipe,
            Mlp = request.Model == ModelKind.Mlp ? MlpFor(request, recipe, data) : null,
            Dcgan = request.Model == ModelKind.Dcgan ? DcganFor(request, recipe, data) : null,
        };
    }

    /// <summary>The recipe asked for, or the tool's own, with what the user gave in place of its settings.</summary>
    public static Recipe RecipeFor(TrainRequest request)
    {
        var recipe = request.Recipe is { } name
            ? Recipes.Find(name) ?? throw new UserException($"There is no recipe '{name}'.")
            : Own(UsualFor(request));
        var size = request.BatchSize ?? recipe.BatchSize;
        if (size % recipe.PackSize != 0)
        {
            throw new UserException($"--recipe {recipe.Name} judges packs of {recipe.PackSize}; take a --batch that is a multiple of it.");
        }

        return recipe with
        {
            BatchSize = size,
            Trainer = recipe.Trainer with
            {
                Seed = request.Seed,
                Device = request.Device == "cuda" ? CUDA : CPU,
                Loss = request.Loss is { } loss ? Losses.Create(loss) : recipe.Trainer.Loss,
                GeneratorOptimizer = At(request.GeneratorRate ?? request.LearningRate, recipe.Trainer.GeneratorOptimizer),
                DiscriminatorOptimizer = At(request.DiscriminatorRate ?? request.LearningRate, recipe.Trainer.DiscriminatorOptimizer),
            },
        };
    }

    private static void CheckClasses(TrainRequest request, TrainingData data)
    {
        if (request.Classes == 0)
        {
            return;
        }

        var (lowest, highest) = data.Summary?.Labels ?? throw new UserException($"--classes needs labelled data, and '{request.DataText}' has no labels; leave it out.");
        if (highest >= request.Classes)
        {
            throw new UserException($"--classes {request.Classes} is too few: the data has the labels {lowest} to {highest}. Take --classes {highest + 1}.");
        }
    }

    private static void CheckChannels(TrainingData data)
    {
        if (data.SampleShape is [not (1 or 3), _, _])
        {
            throw new UserException($"The data's pictures have {data.SampleShape[0]} channels; the tool trains on gray pictures (1) and coloured ones (3).");
        }
    }

    private static UsualSettings UsualFor(TrainRequest request) => UsualSettings.For(request.Model, request.Data.Kind);

    private static Recipe Own(UsualSettings usual) => new()
    {
        Name = "usual",
        Source = "gan-net",
        BatchSize = usual.BatchSize,
        DiscriminatorNorm = Norm.Batch,
        Trainer = new()
        {
            GeneratorOptimizer = new AdamSettings { LearningRate = usual.LearningRate },
            DiscriminatorOptimizer = new AdamSettings { LearningRate = usual.LearningRate },
        },
    };

    /// <summary>A run's settings with other rates.</summary>
    public static RunConfig WithRates(RunConfig config, double? generator, double? discriminator) => config with
    {
        Recipe = config.Recipe with
        {
            Trainer = config.Recipe.Trainer with
            {
                GeneratorOptimizer = At(generator, config.Recipe.Trainer.GeneratorOptimizer),
                DiscriminatorOptimizer = At(discriminator, config.Recipe.Trainer.DiscriminatorOptimizer),
            },
        },
    };

    private static OptimizerSettings At(double? rate, OptimizerSettings optimizer) => rate is double value ? optimizer with { LearningRate = value } : optimizer;

    private static long? EpochsFor(TrainRequest request, Recipe recipe, UsualSettings usual, TrainingData data) =>
        request.Epochs ?? (request.Steps is null && recipe.Rounds is null && data.Source.BatchesPerEpoch is not null ? usual.Epochs : null);

    private static long Rounds(long? epochs, long steps, Recipe recipe, TrainingData data) => epochs is null
        ? steps
        : Math.Max(1, RoundsIn(
            epochs.Value * (data.Source.BatchesPerEpoch ?? throw new UserException("This data is endless and has no epochs; say how long with --steps.")), recipe.Trainer));

    // A round draws a batch for each step of the discriminator, which takes more of them in a warm-up.
    private static long RoundsIn(long batches, GanTrainerOptions rules) =>
        rules.DiscriminatorWarmUp?.RoundsWithin(batches, rules.DiscriminatorSteps) ?? batches / rules.DiscriminatorSteps;

    private static MlpOptions MlpFor(TrainRequest request, Recipe recipe, TrainingData data) => PointsOf(recipe) is { } papers
        ? papers with { Classes = request.Classes, Seed = request.Seed }
        : (data.Extent is double extent
        ? MlpOptions.Ring with { GeneratorWidths = Wide(MlpOptions.Ring.GeneratorWidths, data), DiscriminatorWidths = Wide(MlpOptions.Ring.DiscriminatorWidths, data), OutputScale = extent, Classes = request.Classes, Seed = request.Seed }
        : MlpOptions.Mnist with { SampleShape = data.SampleShape, Classes = request.Classes, Seed = request.Seed }).For(recipe);

    // The papers' own networks.
    private static MlpOptions? PointsOf(Recipe recipe) => recipe.Name switch
    {
        "pacgan-2d" => MlpOptions.PacGan2D,
        "unrolled-2d" => MlpOptions.Unrolled2D,
        _ => null,
    };

    // The ring's networks are too small for many more modes.
    private static IReadOnlyList<int> Wide(IReadOnlyList<int> widths, TrainingData data) => data.Mixture is { Classes: > 8 } ? [.. widths.Select(width => width * 2)] : widths;

    private static DcganOptions DcganFor(TrainRequest request, Recipe recipe, TrainingData data)
    {
        if (data.SampleShape is not [var channels, var height, var width] || height != width)
        {
            throw new UserException($"--model dcgan needs square pictures; the data's are {string.Join("×", data.SampleShape.Skip(1))}.");
        }

        if (!DcganOptions.Makes((int)height))
        {
            throw new UserException($"--model dcgan makes pictures whose side is 4 to 7 doubled once or more, such as 28, 32, 64 or 128; the data's are {height}×{width}. Take --model mlp, or pictures of such a size.");
        }

        return new DcganOptions
        {
            ImageSize = (int)height,
            Channels = (int)channels,
            Width = request.Width ?? DcganOptions.Mnist28.Width,
            Classes = request.Classes,
            Seed = request.Seed,
        }.For(recipe);
    }
}
