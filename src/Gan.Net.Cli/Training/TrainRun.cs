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

    public static int Start(TrainRequest request)
    {
        Threads.UseEveryCore();
        var device = DeviceNamed(request.Device);
        var folder = RunFolder.ForNew(request.Out);
        using var data = TrainingData.Open(request.Data, TrainPlan.RecipeFor(request).BatchSize, request.Seed, device);
        var config = TrainPlan.Make(request, data);
        using var generator = Models.CreateGenerator(config);
        using var discriminator = Models.CreateDiscriminator(config);
        using var trainer = config.Recipe.CreateTrainer(generator, discriminator);
        folder.WriteConfig(config);
        var display = Fit(trainer, data, config, folder);
        using var average = trainer.UseEma();
        ModuleState.Save(generator.Module, folder.Generator);
        RunReports.Finish(generator, config, folder);
        new TrainSummary(config, folder, trainer.Rounds, display).Print(data, generator);
        return ExitCode.Done;
    }

    private static TrainingDisplay Fit(GanTrainer trainer, TrainingData data, RunConfig config, RunFolder folder)
    {
        using var stop = new StopSignals();
        using var real = data.RealPoints(Pictures.PointCount);
        Func<Tensor, PixelImage> draw = samples => Pictures.Draw(samples, config.Classes, data.Extent, real);
        var display = TrainingDisplay.Choose(config.Rounds);
        using var logs = new RunLogs(data, config, folder, display, draw);
        var pictures = new SamplePicturesHook(folder.Samples, Pictures.CountFor(config), draw, Math.Max(1, config.Rounds / PicturesInARun));
        var field = RunReports.FieldHooks(trainer, data, real, config, folder);
        var report = new RunReportHook(folder.Root, Math.Max(1, config.Rounds / PicturesInARun), ReportText.For(config));
        TrainingHook[] hooks = [.. logs.Hooks, pictures, .. field, report];
        display.Run(() =>
        {
            try
            {
                trainer.Fit(data.Source, TrainingLength.Rounds(config.Rounds), hooks, stop.Token);
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
