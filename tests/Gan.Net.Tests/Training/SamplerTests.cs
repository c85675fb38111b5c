using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class SamplerTests
{
    [Theory]
    [InlineData(1, 64)]
    [InlineData(4, 7)]
    [InlineData(7, 16)]
    [InlineData(16, 40)]
    public void Sample_Fewer_AreTheFirstOfMore(int few, int many)
    {
        var (first, second) = (Sample(few), Sample(many));

        Assert.Equal(2 * few, first.Length);
        Assert.Equal(2 * many, second.Length);
        for (var i = 0; i < first.Length; i++)
        {
            Assert.Equal(second[i], first[i], 1e-6);
        }
    }

    [Fact]
    public void Sample_Twice_IsTheSame() => Assert.Equal(Sample(5), Sample(5));

    [Fact]
    public void Sample_AnotherSeed_Differs() => Assert.NotEqual(Sample(5), Sample(5, seed: 1));

    [Fact]
    public void Sample_AfterTraining_ShowsWhatWasLearnt() => Assert.NotEqual(Sample(5), Sample(5, rounds: 20));

    [Fact]
    public void Sample_Taken_HasNoGraphAndIsOnTheCpu() => WithSampler((gan, sampler) =>
    {
        using var samples = sampler.Sample(2);
        Assert.False(samples.requires_grad);
        Assert.Equal(DeviceType.CPU, samples.device_type);
    });

    [Fact]
    public void Sample_ModulesInDifferentModes_AllEvaluateAndGetTheirModeBack() => WithSampler((gan, sampler) =>
    {
        (bool, bool)? during = null;
        gan.Generator.Generating = () => during = (gan.Generator.training, gan.Generator.Dropout.training);
        gan.Generator.eval();
        gan.Generator.Dropout.train();

        sampler.Sample(2).Dispose();

        Assert.Equal((false, false), during);
        Assert.False(gan.Generator.training);
        Assert.True(gan.Generator.Dropout.training);
    });

    [Fact]
    public void Sample_None_IsRefused() => WithSampler((gan, sampler) =>
        Assert.Throws<ArgumentOutOfRangeException>("count", () => sampler.Sample(0)));

    private static float[] Sample(int count, long seed = 0, int rounds = 0)
    {
        float[] values = [];
        WithSampler(
            (_, sampler) =>
            {
                using var samples = sampler.Sample(count);
                values = samples.data<float>().ToArray();
            },
            seed,
            rounds);
        return values;
    }

    private static void WithSampler(Action<TinyGan, ISampler> use, long seed = 0, int rounds = 0)
    {
        using var gan = new TinyGan(new GanTrainerOptions { Seed = seed });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(Math.Max(1, rounds)), [new Look(sampler => use(gan, sampler!), atTheStart: rounds == 0)]);
    }

    private sealed class Look(Action<ISampler?> look, bool atTheStart) : TrainingHook
    {
        public override void OnStart(IReadOnlyList<ISampler> views)
        {
            if (atTheStart)
            {
                look(views[0]);
            }
        }

        public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views)
        {
            if (!atTheStart)
            {
                look(views[0]);
            }
        }
    }
}
