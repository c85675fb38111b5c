using System.Globalization;
using Gan.Net.Checkpoints;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Training;

namespace Gan.Net.Cli.Training;

/// <summary>What going on with a run takes: its data, wherever that is by now, its settings, and its newest checkpoint.</summary>
internal static class Resumption
{
    /// <exception cref="UserException">The data is not there, or not what the run was trained on.</exception>
    public static TrainingData Open(ResumeRequest request, RunConfig config)
    {
        var name = NameOf(request, config);
        var data = OpenAt(name, request, config);
        if (config.DataDigest is { } before && data.Summary?.Digest is { } now && before != now)
        {
            data.Dispose();
            throw new UserException($"'{name.Place}' is not the data that the run was trained on: its digest is another. Give the data as it was, with --data.");
        }

        return data;
    }

    /// <summary>The run's settings with what may be others.</summary>
    public static RunConfig Under(ResumeRequest request, RunConfig config) => TrainPlan.WithRates(config, request.GeneratorRate, request.DiscriminatorRate) with
    {
        DataPlace = request.Data?.Place ?? config.DataPlace,
        CheckpointEvery = request.CheckpointEvery ?? config.CheckpointEvery,
    };

    /// <summary>Sets the trainer to the newest checkpoint, and says which it is.</summary>
    public static void GoBack(GanTrainer trainer, TrainingData data, RunCheckpoints checkpoints, ResumeRequest request)
    {
        var found = checkpoints.Resume(trainer, data.Source, request.ChangesRates ? CheckpointDifferences.AcceptOptimizers : CheckpointDifferences.Refuse);
        foreach (var damage in checkpoints.Damages)
        {
            Console.WriteLine($"Passed over: {Sentence.FirstLine(damage.Message)}");
        }

        Console.WriteLine(found is null
            ? "There is no checkpoint yet; the run begins anew."
            : string.Create(CultureInfo.InvariantCulture, $"Goes on after round {found.Rounds:N0}, from {Path.GetFileName(found.Path)}."));
    }

    /// <summary>Writes down that the run diverged, if that can be written, and returns the sentence for it.</summary>
    public static string NoteDivergence(NonFiniteNumberException problem, RunConfig config, RunFolder folder)
    {
        var message = Sentence.FirstLine(problem.Message);
        var failure = new RunFailure
        {
            Round = problem.Round,
            Problem = $"'{problem.Tensor}' of the {problem.Player} was not finite",
            Rate = config.Recipe.Trainer.GeneratorOptimizer.LearningRate.At(0),
        };
        try
        {
            folder.WriteFailure(failure);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"The run diverged. {message} Train at a lower --learning-rate.";
        }

        return folder.Diverged(failure);
    }

    private static DataName NameOf(ResumeRequest request, RunConfig config)
    {
        var own = DataName.Parse(config.DataPlace ?? config.Data);
        return request.Data is { } given && given.Kind != own.Kind
            ? throw new UserException($"The run was trained on {config.Data}; --data with --resume says where the same data is now, and begins with {own.Kind.ToString().ToLowerInvariant()} too.")
            : request.Data ?? own;
    }

    private static TrainingData OpenAt(DataName name, ResumeRequest request, RunConfig config)
    {
        try
        {
            return TrainingData.Open(name, config.Recipe.BatchSize, config.Seed, Devices.Named(config.Device));
        }
        catch (Exception error) when (request.Data is null && name.Path.Length > 0 && !File.Exists(name.Path) && !Directory.Exists(name.Path))
        {
            throw new UserException($"The run's data is not at '{name.Path}' any more ({Sentence.FirstLine(error.Message).TrimEnd('.')}). Say where it is with --data.");
        }
    }
}
