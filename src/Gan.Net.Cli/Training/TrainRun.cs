using System.Globalization;
using Gan.Net.Checkpoints;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Reports;
using Gan.Net.Cli.Runs;
using Gan.Net.Imaging;
using Gan.Net.Reporting;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Training;

/// <summary>One run, from the request to the saved generator.</summary>
internal static class TrainRun
{
    public const int PicturesInARun = 20;

    private const int CheckpointsInARun = 10;

    /// <summary>Trains a new run.</summary>
    public static int Start(TrainRequest request)
    {
        Threads.UseEveryCore();
        var folder = RunFolder.ForNew(request.Out);
        using var data = TrainingData.Open(request.Data, TrainPlan.RecipeFor(request).BatchSize, request.Seed, DeviceNamed(request.Device));
        return Play(TrainPlan.Make(request, data), folder, data, isNew: true);
    }

    /// <summary>Goes on with a run that was stopped in whatever way.</summary>
    public static int Resume(string path, long? checkpointEvery)
    {
        var folder = RunFolder.ForResume(path);
        var config = folder.ReadConfig();
        Threads.UseAsMany(config.Threads);
        using var data = TrainingData.Open(DataName.Parse(config.Data), config.Recipe.BatchSize, config.Seed, DeviceNamed(config.Device));
        return Play(config with { CheckpointEvery = checkpointEvery ?? config.CheckpointEvery }, folder, data, isNew: false);
    }

    private static int Play(RunConfig config, RunFolder folder, TrainingData data, bool isNew)
    {
        using var generator = Models.CreateGenerator(config);
        using var discriminator = Models.CreateDiscriminator(config);
        using var trainer = config.Recipe.CreateTrainer(generator, discriminator);
        using var checkpoints = RunCheckpoints.Open(folder.Root, new RunCheckpointsOptions { Settings = RunConfigSettings.Of(config) });

        // Before the first file: whoever sees it may send a signal.
        using var stop = new StopSignals();
        if (isNew)
        {
            folder.WriteConfig(config);
        }
        else
        {
            GoBack(trainer, data, checkpoints);
        }

        var display = Fit(trainer, data, config, folder, checkpoints, stop.Token);
        using var average = trainer.ShowAveraged();
        ModuleState.Save(generator.Module, folder.Generator);
        RunReports.Finish(generator, config, folder);
        new TrainSummary(config, folder, trainer.Rounds, display).Print(data, generator);
        return ExitCode.Done;
    }

    private static void GoBack(GanTrainer trainer, TrainingData data, RunCheckpoints checkpoints)
    {
        var found = checkpoints.Resume(trainer, data.Source);
        foreach (var damage in checkpoints.Damages)
        {
            Console.WriteLine($"Passed over: {Sentence.FirstLine(damage.Message)}");
        }

        Console.WriteLine(found is null
            ? "There is no checkpoint yet; the run begins anew."
            : string.Create(CultureInfo.InvariantCulture, $"Goes on after round {found.Rounds:N0}, from {Path.GetFileName(found.Path)}."));
    }

    private static TrainingDisplay Fit(GanTrainer trainer, TrainingData data, RunConfig config, RunFolder folder, RunCheckpoints checkpoints, CancellationToken stop)
    {
        var display = TrainingDisplay.Choose(config.Rounds);
        display.Before = (trainer.Rounds, trainer.SamplesSeen);
        if (trainer.Rounds >= config.Rounds)
        {
            return display;  // it was stopped when only the last files were missing
        }

        using var real = data.RealPoints(Pictures.PointCount);
        Func<Tensor, PixelImage> draw = samples => Pictures.Draw(samples, config.Classes, data.Extent, real);
        using var logs = new RunLogs(data, config, folder, display, draw, trainer.Rounds);
        var pictures = new SamplePicturesHook(folder.Samples, Pictures.CountFor(config), draw, Math.Max(1, config.Rounds / PicturesInARun), trainer.Rounds);
        var field = RunReports.FieldHooks(trainer, data, real, config, folder);
        var report = new RunReportHook(folder.Root, Math.Max(1, config.Rounds / PicturesInARun), ReportText.For(config));
        var saving = new CheckpointHook<Batch>(trainer, data.Source, checkpoints, new CheckpointHookOptions
        {
            Every = config.CheckpointEvery ?? Math.Max(1, config.Rounds / CheckpointsInARun),
            Logs = [.. logs.Hooks.OfType<IRunLog>()],
        });
        TrainingHook[] hooks = [.. logs.Hooks, pictures, .. field, report, saving];
        display.Run(() =>
        {
            try
            {
                trainer.Fit(data.Source, TrainingLength.Rounds(config.Rounds - trainer.Rounds), hooks, stop);
            }
            catch (OperationCanceledException)
            {
                // Stopped by the user, who keeps what was learnt.
            }
            catch
            {
                RunReports.Fail(config, folder);
                throw;
            }
        });
        return display;
    }

    private static Device DeviceNamed(string name) => name != "cuda" ? CPU
        : cuda.is_available() ? CUDA
        : throw new UserException("The engine finds no CUDA device on this machine; take --device cpu, or see what gan-net doctor says.");
}
