using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;

namespace Gan.Net.Tests.Training;

[Collection(nameof(Alone))]
[Trait("Device", "Cuda")]
public sealed class DeviceTests
{
    [Theory]
    [OnCpu]
    [OnCuda]
    public void Fit_Device_TrainsModelsThereFromBatchesOnTheCpu(string device)
    {
        using var gan = new TinyGan(new GanTrainerOptions { Device = torch.device(device) });
        using var source = gan.Source();
        var before = gan.Weights;
        var hook = new RecordingHook(5);

        var result = gan.Trainer.Fit(source, TrainingLength.Rounds(10), [hook]);

        Assert.Equal(10, result.Rounds);
        Assert.All(gan.Generator.parameters(), parameter => Assert.Equal(torch.device(device).type, parameter.device_type));
        Assert.All(hook.Reports.SelectMany(report => report.Values.Values), value => Assert.True(double.IsFinite(value)));
        Weights.AssertDiffer(before, gan.Weights);
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Fit_Device_FollowsTheCpusWeights(string device)
    {
        var here = TinyGan.Play(20);
        var there = TinyGan.Play(20, new GanTrainerOptions { Device = torch.device(device) });

        Assert.Equal(here.Keys, there.Keys);
        Assert.All(here, pair => Assert.All(pair.Value.Zip(there[pair.Key]), values => Assert.Equal(values.First, values.Second, 1e-5)));
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Fit_DeviceUnrolled_FollowsTheCpusWeights(string device)
    {
        var (here, there) = (Play("cpu"), Play(device));

        Assert.Equal(here.Keys, there.Keys);
        Assert.All(here, pair => Assert.All(pair.Value.Zip(there[pair.Key]), values => Assert.Equal(values.First, values.Second, 1e-5)));

        static SortedDictionary<string, double[]> Play(string device)
        {
            using var gan = new TinyGan();
            using var source = gan.Source();
            using var trainer = new UnrolledGanTrainer(gan.Generator, gan.Discriminator, new GanTrainerOptions { Device = torch.device(device) });
            trainer.Fit(source, TrainingLength.Rounds(5));
            return gan.Weights;
        }
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Fit_DeviceUniformLabels_AreThoseOfTheCpu(string device)
    {
        var (here, there) = (Play("cpu"), Play(device));

        Assert.Equal(here.Select(call => call.Call), there.Select(call => call.Call));
        Assert.Equal(here.Select(call => call.Labels), there.Select(call => call.Labels));

        static List<(string Call, long[]? Labels)> Play(string device)
        {
            using var gan = new LabelledGan(new GanTrainerOptions { Device = torch.device(device), FakeConditions = new UniformConditions() });
            gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(3), [new RecordingHook(reported: (_, sampler) => sampler!.Sample(7).Dispose())]);
            return gan.Calls;
        }
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Fit_Device_FreesAllItMade(string device)
    {
        using var gan = new TinyGan(new GanTrainerOptions { Device = torch.device(device), Latents = LatentReuse.Shared });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(0, Footprint.TensorsLeftBy(() => gan.Trainer.Fit(source, TrainingLength.Rounds(50), [new RecordingHook(10)])));
    }
}
