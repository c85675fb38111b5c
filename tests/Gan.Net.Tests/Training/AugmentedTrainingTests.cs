using Gan.Net.Augmentations;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>Where a game's augmentations stand: between any sample and the discriminator, in the generator's gradient too.</summary>
public sealed class AugmentedTrainingTests
{
    [Fact]
    public void Fit_Augmented_EverySampleTheDiscriminatorSeesIsChanged()
    {
        var doubling = new Times(2);
        using var gan = new TinyGan(new GanTrainerOptions { Augmentations = [doubling, new Times(.5)], DiscriminatorSteps = 2 });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        // Once for the check of the data; two looks in each discriminator step, one in the generator's.
        Assert.Equal(1 + (3 * 5), doubling.Calls);
        Weights.AssertSame(TinyGan.Play(3, new GanTrainerOptions { DiscriminatorSteps = 2 }), gan.Weights);
    }

    [Fact]
    public void Fit_NothingLeftOfTheSamples_TheGeneratorLearnsNothing()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Augmentations = [new Times(0)] });
        using var source = gan.Source();
        var before = gan.Weights;

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Equal(before["0.layer.weight"], gan.Weights["0.layer.weight"]);
        Weights.AssertDiffer(before, gan.Weights);
    }

    // The Dirac-GAN's critic at twice the sample has twice the slope by the sample itself: R1 takes four times as much of psi.
    [Theory]
    [InlineData(1, .9)]
    [InlineData(2, .6)]
    public void Fit_PenaltyOnSamples_IsTakenThroughTheAugmentation(double factor, double psi)
    {
        var options = new GanTrainerOptions { Loss = new StillLoss(), Augmentations = [new Times(factor)] };

        Assert.Equal(psi, DiracGan.Play(options with { Regularizers = [new R1Penalty { Gamma = 1 }] }, 1, new DiracSettings { StepSize = .1 }).Psi, 1e-12);
        Assert.Equal(psi, DiracGan.Play(options with { Regularizers = [new R2Penalty { Gamma = 1 }] }, 1, new DiracSettings { StepSize = .1 }).Psi, 1e-12);
        var target = new WganGpPenalty { Weight = .5, Target = 0 };
        Assert.Equal(psi, DiracGan.Play(options with { Regularizers = [target] }, 1, new DiracSettings { StepSize = .1 }).Psi, 1e-6);
    }

    [Fact]
    public void Fit_FeatureMatching_WorksThroughTheAugmentation()
    {
        using var critic = new SmoothCritic(2, ScalarType.Float32);
        using var generator = new TinyGenerator();
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions { Augmentations = [new InstanceNoise()], Regularizers = [new FeatureMatchingPenalty()] });
        using var source = new NoiseSource(2);

        Assert.Equal(2, trainer.Fit(source, TrainingLength.Rounds(2)).Rounds);
    }

    [Fact]
    public void Fit_ImagesOnlyOnVectors_IsRefusedBeforeTheFirstStep()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Augmentations = [new DiffAugment()] });
        using var source = gan.Source();

        var failure = Assert.Throws<ArgumentException>("samples", () => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.StartsWith("The samples are [4, 2]; DiffAugment takes images [N, C, H, W]. Use InstanceNoise for vectors.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_FadingNoise_ReportsWhatIsLeftAndThenIsNone()
    {
        var fading = new InstanceNoise { Deviation = new LinearSchedule { From = .4, To = 0, Over = 16 } };
        using var gan = new TinyGan(new GanTrainerOptions { Augmentations = [fading] });
        using var source = gan.Source();
        var reports = new RecordingProgress<TrainingReport>();

        gan.Trainer.Fit(source, TrainingLength.Rounds(6), [new ProgressHook(reports, every: 1)]);

        Assert.Equal([.4, .3, .2, .1, 0, 0], reports.Values.Select(report => Math.Round(report.Values["augmentation.InstanceNoise"], 6)));
    }

    // Every logit of a critic that calls all real: after four batches of four samples p has gone one step up.
    [Fact]
    public void Fit_Adaptive_MovesItsProbabilityAndRemembersIt()
    {
        using var generator = new TinyGenerator();
        using var critic = new TinyDiscriminator { Output = logits => logits.flatten().mul(0).add(1) };
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions { Augmentations = [new AdaptiveAugmentation { Pipeline = new NoChange(), Speed = 160 }] });
        using var source = new NoiseSource(2);

        trainer.Fit(source, TrainingLength.Rounds(11));

        var state = trainer.States["augmentation.0.AdaptiveAugmentation"];
        Assert.Equal(.2, state.Find("p")!.ToDouble(), 1e-12);
        Assert.Equal((3, 12L), (state.Find("batches")!.ToInt32(), state.Find("samples")!.ToInt64()));
    }

    // Least squares with labels 0 and 1 decides at one half: a logit of 0.4 is called generated, one of 0.6 real.
    [Theory]
    [InlineData(.4, 0)]
    [InlineData(.6, .1)]
    public void Fit_AdaptiveAndLeastSquares_SignsAreTakenFromWhereTheLossDecides(double logit, double probability)
    {
        using var generator = new TinyGenerator();
        using var critic = new TinyDiscriminator { Output = logits => logits.flatten().mul(0).add(logit) };
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions
        {
            Loss = new LeastSquaresLoss(),
            Augmentations = [new AdaptiveAugmentation { Pipeline = new NoChange(), Speed = 160 }],
        });
        using var source = new NoiseSource(2);

        trainer.Fit(source, TrainingLength.Rounds(4));

        Assert.Equal(probability, trainer.States["augmentation.0.AdaptiveAugmentation"].Find("p")!.ToDouble(), 1e-12);
    }

    public static TheoryData<IAdversarialLoss> LossesThatOnlyCompare => [new WassersteinLoss(), new RelativisticPairingLoss(), new RelativisticAverageLoss()];

    [Theory]
    [MemberData(nameof(LossesThatOnlyCompare))]
    public void Create_AdaptiveAndALossWithoutADecision_IsRefused(IAdversarialLoss loss)
    {
        using var generator = new TinyGenerator();
        using var critic = new TinyDiscriminator();
        var options = new GanTrainerOptions { Loss = loss, Augmentations = [new InstanceNoise(), new AdaptiveAugmentation()] };

        var failure = Assert.Throws<ArgumentException>(() => new GanTrainer(generator, critic, options));

        Assert.Equal(
            $"GanTrainerOptions: Loss must have a decision point for AdaptiveAugmentation to follow (ScheduledAugmentation needs none), was {loss.GetType().Name}.",
            failure.Message);
        new GanTrainer(generator, critic, options with { Augmentations = [new ScheduledAugmentation()] }).Dispose();
    }

    [Fact]
    public void Create_AdaptiveAndALossThatIsRefused_NamesTheLosssSettingsAlone()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        var options = new GanTrainerOptions { Loss = new SmoothedLoss { Inner = null! }, Augmentations = [new AdaptiveAugmentation()] };

        var failure = Assert.Throws<ArgumentException>(() => new GanTrainer(generator, discriminator, options));

        Assert.Equal("GanTrainerOptions: Loss.Inner must be given, was null.", failure.Message);
    }

    [Fact]
    public void Fit_SameSeedTwice_WeightsAreTheSameBits()
    {
        var options = new GanTrainerOptions { Augmentations = [new InstanceNoise()] };

        Weights.AssertSame(TinyGan.Play(5, options), TinyGan.Play(5, options));
        Weights.AssertDiffer(TinyGan.Play(5, options), TinyGan.Play(5));
    }

    [Fact]
    public void Fit_Images_LeavesNoTensorBehind()
    {
        using var generator = new SmoothGenerator([3, 8, 8], ScalarType.Float32);
        using var critic = new SmoothCritic(192, ScalarType.Float32);
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions
        {
            Regularizers = [new R1Penalty()],
            Augmentations = [new DiffAugment(), new AdaptiveAugmentation { Pipeline = new AdaPipeline { Cutout = .5 } }, new InstanceNoise()],
        });
        using var source = new NoiseSource(3, 8, 8);
        trainer.Fit(source, TrainingLength.Rounds(8));

        Assert.Equal(0, Footprint.TensorsLeftBy(() => trainer.Fit(source, TrainingLength.Rounds(8))));
    }

    // The expected step under noise, by a sum over its quantiles in place of chance: psi and theta of the Dirac-GAN after ten rounds.
    [Theory]
    [InlineData(.7)]
    [InlineData(1.5)]
    public void Fit_DiracGameWithInstanceNoise_FollowsTheExpectedStep(double deviation)
    {
        const double Step = .2;
        var (theta, psi) = (1.0, 1.0);
        for (var round = 0; round < 10; round++)
        {
            theta -= Step * psi * Expected(deviation, noise => Slope(psi * (theta + noise)));
            psi += Step * (Expected(deviation, noise => (theta + noise) * Slope(psi * (theta + noise))) - Expected(deviation, noise => noise * Slope(-psi * noise)));
        }

        var options = new GanTrainerOptions { Loss = new MinimaxLoss(), Augmentations = [new InstanceNoise { Deviation = deviation }] };
        var played = DiracGan.Play(options, 10, new DiracSettings { StepSize = Step, BatchSize = 50_000 });

        Assert.Equal(theta, played.Theta, .02);
        Assert.Equal(psi, played.Psi, .02);
        Assert.True(Math.Abs(psi - DiracGan.Play(options with { Augmentations = [] }, 10).Psi) > .2);
    }

    [Fact]
    public void Create_OutOfRange_NamesEach()
    {
        var failure = Assert.Throws<ArgumentException>(() => new TinyGan(new GanTrainerOptions { Augmentations = [new InstanceNoise { Deviation = double.NaN }] }));

        Assert.Equal("GanTrainerOptions: InstanceNoise.Deviation must be at least 0, was NaN.", failure.Message);
    }

    // f'(t) of f(t) = -log(1 + e^-t)
    private static double Slope(double t) => 1 / (1 + Math.Exp(t));

    private static double Expected(double deviation, Func<double, double> value)
    {
        var points = Enumerable.Range(-400, 801).Select(i => i / 80.0).ToArray();
        var total = points.Sum(point => Math.Exp(-point * point / 2));
        return points.Sum(point => Math.Exp(-point * point / 2) * value(deviation * point)) / total;
    }

    private sealed class Times(double factor) : IAugmentation
    {
        public int Calls { get; private set; }

        public Tensor Augment(Tensor samples, Generator random)
        {
            Calls++;
            return samples.mul(factor);
        }
    }

    private sealed class NoChange : IGradedAugmentation
    {
        public Tensor Augment(Tensor samples, Generator random) => samples;

        public Tensor Augment(Tensor samples, Tensor probability, Generator random) => samples;
    }
}
