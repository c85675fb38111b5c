using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class RandomnessTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Fit_SameSeedTwice_WeightsAreTheSameBits(long seed) =>
        Weights.AssertSame(TinyGan.Play(30, new GanTrainerOptions { Seed = seed }), TinyGan.Play(30, new GanTrainerOptions { Seed = seed }));

    [Fact]
    public void Fit_AnotherSeed_WeightsDiffer() =>
        Weights.AssertDiffer(TinyGan.Play(3), TinyGan.Play(3, new GanTrainerOptions { Seed = 1 }));

    [Theory]
    [InlineData(LatentReuse.Fresh)]
    [InlineData(LatentReuse.Shared)]
    public void Fit_WholeRun_LeavesTheGlobalGeneratorAlone(LatentReuse latents)
    {
        using var gan = new TinyGan(new GanTrainerOptions { Latents = latents, DiscriminatorSteps = 2 });
        using var source = gan.Source();
        var hook = new RecordingHook(reported: (_, sampler) => sampler!.Sample(3).Dispose());
        var before = GlobalState();

        gan.Trainer.Fit(source, TrainingLength.Rounds(10), [hook]);

        Assert.Equal(before, GlobalState());
    }

    [Fact]
    public void Fit_GlobalGeneratorMoved_LearnsTheSame()
    {
        var undisturbed = TinyGan.Play(10);
        using var gan = new TinyGan();
        using var source = gan.Source();
        var hook = new RecordingHook(reported: (_, _) => rand(17).Dispose());

        gan.Trainer.Fit(source, TrainingLength.Rounds(10), [hook]);

        Weights.AssertSame(undisturbed, gan.Weights);
    }

    [Fact]
    public void Fit_InPieces_EqualsOneRun()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();

        for (var i = 0; i < 10; i++)
        {
            gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        }

        Weights.AssertSame(TinyGan.Play(30), gan.Weights);
    }

    [Fact]
    public void Fit_TwoTrainersOnTwoThreads_EachEqualsItsSoloRun()
    {
        var seeds = new long[] { 5, 6 };
        var together = new SortedDictionary<string, double[]>[2];
        using var start = new Barrier(2);
        var threads = seeds.Select((seed, i) => new Thread(() =>
        {
            start.SignalAndWait();
            together[i] = TinyGan.Play(200, new GanTrainerOptions { Seed = seed });
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        for (var i = 0; i < 2; i++)
        {
            Weights.AssertSame(TinyGan.Play(200, new GanTrainerOptions { Seed = seeds[i] }), together[i]);
        }
    }

    private static byte[] GlobalState()
    {
        using var state = get_rng_state();
        return state.data<byte>().ToArray();
    }
}
