using Gan.Net.Checkpoints;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Cli.Sampling;
using Gan.Net.Cli.Training;
using Gan.Net.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Evaluation;

/// <summary>One evaluation, from the request to the table.</summary>
internal static class EvaluateRun
{
    public static int Start(EvaluateRequest request)
    {
        Threads.UseEveryCore();
        var device = DeviceNamed(request.Device);
        var folder = RunFolder.ForExisting(request.Run);
        var config = folder.ReadConfig();
        var dataName = request.Data ?? DataName.Parse(config.Data);
        using var data = RealData.Open(dataName, request.TestPart, request.Seed);
        RequireSameShape(config.SampleShape, data.SampleShape);
        using var generator = Models.CreateGenerator(config);
        ModuleState.Load(generator.Module, request.Generator ?? folder.Generator);
        generator.Module.to(device);
        using var extractor = Extractors.Create(request.Features ?? FeatureName.UsualFor(dataName), dataName, request.Cache, device);
        var measurement = new Measurement(generator, extractor, data, Plan(request, data));
        var results = measurement.Measure(request.Metrics);
        MetricsFile.Append(folder.Metrics, results);
        ResultTable.Print(results);
        return ExitCode.Done;
    }

    private static MeasurementPlan Plan(EvaluateRequest request, RealData data)
    {
        var samples = request.Samples ?? (data.SampleShape.Count == 1 ? 2_500 : 10_000);
        var real = request.RealSamples ?? (int)Math.Min(samples, data.Count ?? samples);
        return real <= (data.Count ?? real)
            ? new MeasurementPlan { Samples = samples, RealSamples = real, Seed = request.Seed }
            : throw new UserException($"--real asks for {real} samples; the data has {data.Count}.");
    }

    private static void RequireSameShape(IReadOnlyList<long> run, IReadOnlyList<long> data)
    {
        if (!run.SequenceEqual(data))
        {
            throw new UserException($"The run makes samples [{string.Join(", ", run)}], and the data has [{string.Join(", ", data)}]; give the data the run was trained on, or data like it.");
        }
    }

    private static Device DeviceNamed(string name) => name != "cuda" ? CPU
        : cuda.is_available() ? CUDA
        : throw new UserException("The engine finds no CUDA device on this machine; take --device cpu, or see what gan-net doctor says.");
}
