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
    public static RunConfig Make(TrainRequest request, Recipe recipe, TrainingData data)
    {
        var epochs = request.Steps is null && data.Source.BatchesPerEpoch is not null ? request.Epochs ?? recipe.Epochs : request.Epochs;
        CheckClasses(request, data);
        return new RunConfig
        {
            Tool = Versions.Tool,
            Engine = Versions.Engine,
            LibTorch = Versions.LibTorch,
            Machine = RunMachine.Gather(),
            Started = DateTime.UtcNow,
            CommandLine = Environment.GetCommandLineArgs()[1..],
            Data = request.DataText,
            SampleShape = data.SampleShape,
            Loss = request.Loss,
            Rounds = Rounds(epochs, request.Steps ?? recipe.Steps, data),
            Epochs = epochs,
            BatchSize = data.Source.BatchSize,
            Seed = request.Seed,
            Device = request.Device,
            Threads = get_num_threads(),
            Optimizer = new AdamSettings { LearningRate = request.LearningRate ?? recipe.LearningRate },
            Mlp = request.Model == ModelKind.Mlp ? MlpFor(request, data) : null,
            Dcgan = request.Model == ModelKind.Dcgan ? DcganFor(request, data) : null,
        };
    }

    private static void CheckClasses(TrainRequest request, TrainingData data)
    {
        if (request.Classes == 0)
        {
            return;
        }

        var highest = data.HighestLabel() ?? throw new UserException($"--classes needs labelled data, and '{request.DataText}' has no labels; leave it out.");
        if (highest >= request.Classes)
        {
            throw new UserException($"--classes {request.Classes} is too few: the data has the label {highest}.");
        }
    }

    private static long Rounds(long? epochs, long steps, TrainingData data) => epochs is null
        ? steps
        : epochs.Value * (data.Source.BatchesPerEpoch ?? throw new UserException("This data is endless and has no epochs; say how long with --steps."));

    private static MlpOptions MlpFor(TrainRequest request, TrainingData data) => data.Extent is double extent
        ? MlpOptions.Ring with { GeneratorWidths = Wide(MlpOptions.Ring.GeneratorWidths, data), DiscriminatorWidths = Wide(MlpOptions.Ring.DiscriminatorWidths, data), OutputScale = extent, Classes = request.Classes, Seed = request.Seed }
        : MlpOptions.Mnist with { SampleShape = data.SampleShape, Classes = request.Classes, Seed = request.Seed };

    // The ring's networks are too small for many more modes.
    private static IReadOnlyList<int> Wide(IReadOnlyList<int> widths, TrainingData data) => data.Mixture is { Classes: > 8 } ? [.. widths.Select(width => width * 2)] : widths;

    private static DcganOptions DcganFor(TrainRequest request, TrainingData data)
    {
        if (data.SampleShape is not [var channels, var height, var width] || height != width)
        {
            throw new UserException($"--model dcgan needs square pictures; the data's are {string.Join("×", data.SampleShape.Skip(1))}.");
        }

        return new DcganOptions
        {
            ImageSize = (int)height,
            Channels = (int)channels,
            Width = request.Width ?? DcganOptions.Mnist28.Width,
            Classes = request.Classes,
            Seed = request.Seed,
        };
    }
}
