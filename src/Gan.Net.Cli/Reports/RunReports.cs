using Gan.Net.Cli.Runs;
using Gan.Net.Cli.Training;
using Gan.Net.Conditional;
using Gan.Net.Reporting;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Reports;

/// <summary>What training draws for its report beside the samples.</summary>
internal static class RunReports
{
    /// <summary>The field's pictures: of points in the plane, for a discriminator that judges them one by one and alike in every class.</summary>
    public static IEnumerable<TrainingHook> FieldHooks(GanTrainer trainer, TrainingData data, Tensor? real, RunConfig config, RunFolder folder) =>
        real is null || trainer.Discriminator is not { SamplesPerLogit: 1, Condition.IsNone: true } ? [] :
        [
            new FieldPicturesHook(folder.Field, trainer.Discriminator, config.Recipe.Trainer.Loss, real, new FieldPicturesOptions
            {
                Every = Math.Max(1, config.Rounds / TrainRun.PicturesInARun),
                FirstRound = trainer.Rounds,
                Limit = 1.1 * data.Extent,
            }),
        ];

    /// <summary>After the last round: for pictures draws what lies between latents, and writes the report once more.</summary>
    public static void Finish(IGenerator generator, RunConfig config, RunFolder folder)
    {
        if (config.SampleShape.Count == 3)
        {
            var options = new InterpolationOptions { Seed = config.Seed, Grid = Pictures.GridFor(config.SampleShape[^1]) };
            InterpolationPicture.Write(folder.Interpolation, config.Classes == 0 ? generator : LabelledGenerator.InTurn(generator, repeat: options.Steps), options);
        }

        RunReport.Write(folder.Root, ReportText.For(config));
    }

    /// <summary>After an error: says so in the report, if it still can be written.</summary>
    public static void Fail(RunConfig config, RunFolder folder)
    {
        try
        {
            RunReport.Write(folder.Root, ReportText.For(config) with { State = RunState.Failed });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The error that ended the run matters more.
        }
    }
}
