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

    // What a long run can lose at most when it is ended by force.
    private static readonly TimeSpan _longestTime = TimeSpan.FromMinutes(2);

    /// <summary>Trains a new run.</summary>
    public static int Start(TrainRequest request)
    {
        Threads.UseEveryCore();
        var device = Devices.Named(request.Device);
        var folder = RunFolder.ForNew(request.Out);
        using var data = TrainingData.Open(request.Data, TrainPlan.RecipeFor(request).BatchSize, request.Seed, device);
        return Play(TrainPlan.Make(request, data), folder, data, resume: null);
    }

    /// <summary>Goes on with a run that was stopped in whatever way.</summary>
    public static int Resume(ResumeRequest request)
    {
        var folder = RunFolder.ForResume(request.Run);
        var config = folder.ReadConfig();
        if (folder.ReadFailure() is { } failure && !request.ChangesRates)
        {
            throw new UserException(folder.Diverged(failure));
        }

        Threads.UseAsMany(config.Threads);
        using var data = Resumption.Open(request, config);
        return Play(Resumption.Under(request, config), folder, data, request);
    }

    // Everything is compared before the first file is written: a command that is put right finds an empty folder.
    private static int Play(RunConfig config, RunFolder folder, TrainingData data, ResumeRequest? resume)
    {
        using var generator = Models.CreateGenerator(config);
        using var discriminator = Models.CreateDiscriminator(config);
        using var trainer = config.Recipe.CreateTrainer(generator, discriminator);
        trainer.CheckData(data.Source);
        using var checkpoints = RunCheckpoints.Open(folder.Root, new RunCheckpointsOptions { Settings = RunConfigSettings.Of(config) });

        // Before the first file: whoever sees it may send a signal.
        using var stop = new StopSignals();
        if (resume is not null)
        {
            Resumption.GoBack(trainer, data, checkpoints, resume);
            folder.ForgetFailure();
        }

        folder.WriteConfig(config);
        Remarks.Print(config, data);
        var display = Fit(trainer, data, config, folder, checkpoints, stop.Token);
        using var average = trainer.ShowAveraged();
        ModuleState.Save(generator.Module, folder.Generator);
        RunReports.Finish(generator, config, folder);
        new TrainSummary(config, folder, trainer.Rounds, display).Print(data, generator);
        return ExitCode.Done;
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
            LongestTime = config.CheckpointEvery is null ? _longestTime : null,
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
            catch (NonFiniteNumberException problem)
            {
                RunReports.Fail(config, folder);
                throw new UserException(Resumption.NoteDivergence(problem, config, folder));
            }
            catch
            {
                RunReports.Fail(config, folder);
                throw;
            }
        });
        return display;
    }
}
