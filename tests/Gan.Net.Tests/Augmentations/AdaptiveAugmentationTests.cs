using Gan.Net.Augmentations;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Augmentations;

public sealed class AdaptiveAugmentationTests
{
    [Fact]
    public void Create_Defaults_AreThePapers() =>
        Assert.Equal((.6, 500_000.0, 4), (new AdaptiveAugmentation().Target, new AdaptiveAugmentation().Speed, new AdaptiveAugmentation().Every));

    // Batches of 64: after each fourth, p moves by 64·4/500,000 = 0.000512, up when more than 80 % of the logits were positive.
    [Fact]
    public void Observe_EveryFourthBatch_MovesPByTheRule()
    {
        int[] positive = [64, 64, 64, 64, 60, 52, 40, 60, 10, 10, 10, 10, 51, 51, 51, 52, 51, 51, 51, 51];
        double[] expected = [0, 0, 0, .000512, .000512, .000512, .000512, .001024, .001024, .001024, .001024, .000512, .000512, .000512, .000512, .001024, .001024, .001024, .001024, .000512];

        Assert.Equal(expected.Select(p => Math.Round(p, 12)), Observe(new AdaptiveAugmentation(), 64, positive).Select(p => Math.Round(p, 12)));
    }

    // 205 of 256 logits are r = 0.6016, 204 are 0.59375: the sum of several batches decides, not the last one.
    [Fact]
    public void Observe_ExactlyOnTarget_StaysWhereItIs() =>
        Assert.Equal([.8, .8], Observe(new AdaptiveAugmentation { Every = 1, Speed = 10 }, 10, [8, 8], start: .8));

    [Fact]
    public void Observe_TooLow_NeverFallsBelowZero() =>
        Assert.Equal([0, 0, .5, 0], Observe(new AdaptiveAugmentation { Every = 1, Speed = 20 }, 10, [0, 3, 10, 0]));

    [Fact]
    public void Observe_TargetAndSpeed_AreTheSettings() =>
        Assert.Equal([.1, .2, .1], Observe(new AdaptiveAugmentation { Every = 1, Speed = 100, Target = -.5 }, 10, [3, 10, 2]).Select(p => Math.Round(p, 12)));

    [Fact]
    public void Observe_Packs_CountsTheirSamples()
    {
        using var state = new ComponentState();
        using var random = new Generator(1, CPU);

        new AdaptiveAugmentation { Every = 1, Speed = 100 }.Observe(ones(4), 12, new AugmentationMoment(random, 0, state));

        Assert.Equal(.12, state.Find("p")!.ToDouble(), 1e-12);
    }

    [Fact]
    public void Augment_Moment_UsesTheProbabilityItRemembers()
    {
        using var scope = NewDisposeScope();
        using var state = new ComponentState();
        var pipeline = new AskedFor();
        var augmentation = new AdaptiveAugmentation { Pipeline = pipeline };
        using var random = new Generator(1, CPU);
        var moment = new AugmentationMoment(random, 0, state);
        var samples = zeros(2, 2);

        augmentation.Augment(samples, moment);
        state.Set("p", tensor(.25));
        augmentation.Augment(samples, moment);
        augmentation.Augment(samples, random);
        new ScheduledAugmentation { Pipeline = pipeline, Probability = new Gan.Net.Schedules.LinearSchedule { From = 0, To = 1, Over = 8 } }
            .Augment(samples, new AugmentationMoment(random, 6, state));

        Assert.Equal([0, .25, 0, .75], pipeline.Probabilities);
    }

    [Fact]
    public void Augment_AtTheStart_LeavesSamples()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var images = randn(4, 3, 4, 4);

        Assert.Equal(images.data<float>().ToArray(), new AdaptiveAugmentation().Augment(images, random).data<float>().ToArray());
    }

    [Fact]
    public void Validate_OutOfRange_NamesEach()
    {
        var problems = new OptionProblems("Options");
        new AdaptiveAugmentation { Pipeline = new AdaPipeline { Flip = 2 }, Target = 1, Speed = 0, Every = 0 }.Validate(problems);
        new ScheduledAugmentation { Pipeline = null!, Probability = 1.5 }.Validate(problems);
        new InstanceNoise { Deviation = -1 }.Validate(problems);

        var failure = Assert.Throws<ArgumentException>(problems.ThrowIfAny);

        Assert.Equal(
            "Options: Pipeline.Flip must be in [0, 1], was 2; Target must be in [-1, 1), was 1; Speed must be positive, was 0; Every must be at least 1, was 0; "
            + "Pipeline must be given, was null; Probability must be in [0, 1], was 1.5; Deviation must be at least 0, was -1.",
            failure.Message);
    }

    private static double[] Observe(AdaptiveAugmentation augmentation, int size, int[] positive, double start = 0)
    {
        using var scope = NewDisposeScope();
        using var state = new ComponentState();
        using var random = new Generator(1, CPU);
        state.Set("p", tensor(start));
        var moment = new AugmentationMoment(random, 0, state);
        return [.. positive.Select(count =>
        {
            augmentation.Observe(cat([full(count, 2.5), full(size - count, -.5)]), size, moment);
            return state.Find("p")!.ToDouble();
        })];
    }

    private sealed record AskedFor : IGradedAugmentation
    {
        public List<double> Probabilities { get; } = [];

        public Tensor Augment(Tensor samples, Generator random) => samples;

        public Tensor Augment(Tensor samples, Tensor probability, Generator random)
        {
            Probabilities.Add(probability.ToDouble());
            return samples;
        }
    }
}
