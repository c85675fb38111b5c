using Gan.Net.Checkpoints;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Cli.Training;
using TorchSharp;

namespace Gan.Net.Cli.Evaluation;

/// <summary>One evaluation, from the request to the table.</summary>
internal static class EvaluateRun
{
    public static int Start(EvaluateRequest request)
    {
        Threads.UseEveryCore();
        var device = Devices.Named(request.Device);
        var folder = RunFolder.ForExisting(request.Run);
        var config = folder.ReadConfig();
        var dataName = request.Data ?? DataName.Parse(config.DataPlace ?? config.Data);
        var features = request.Features ?? FeatureName.UsualFor(dataName);
        using var data = RealData.Open(dataName, request.TestPart, request.Seed);
        RequireSameShape(config.SampleShape, data.SampleShape);
        var plan = Plan(request, data);
        SampleCounts.Require(request.Metrics, plan);
        using var generator = Generator(request, folder, config);
        generator.Module.to(device);
        using var extractor = Extractors.Create(features, dataName, request.Cache, device);
        return new Measurement(generator, extractor, data, plan).Measure(request.Metrics, new MetricLog(folder.Metrics));
    }

    private static IGenerator Generator(EvaluateRequest request, RunFolder folder, RunConfig config)
    {
        if (request.Generator is null)
        {
            return Models.LoadGenerator(folder, config);
        }

        Places.RequireFile(request.Generator, "--generator", "a safetensors file of weights");
        var generator = Models.CreateGenerator(config);
        try
        {
            ModuleState.Load(generator.Module, request.Generator);
            return generator;
        }
        catch
        {
            generator.Dispose();
            throw;
        }
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
}
