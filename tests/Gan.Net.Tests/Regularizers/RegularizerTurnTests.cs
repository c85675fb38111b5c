using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

/// <summary>When the trainer asks regularizers, and what it hands them.</summary>
public sealed class RegularizerTurnTests
{
    // R1 alone takes γ·step from psi; every second step it takes twice that.
    [Theory]
    [InlineData(1, 1, .9)]
    [InlineData(1, 2, .81)]
    [InlineData(2, 1, .8)]
    [InlineData(2, 2, .8)]
    [InlineData(2, 3, .64)]
    public void Fit_EveryNthStep_TheTermStandsForThoseBetween(int every, int rounds, double psi)
    {
        var options = new GanTrainerOptions { Loss = new StillLoss(), Regularizers = [new R1Penalty { Gamma = 1, Every = every }] };

        Assert.Equal(psi, DiracGan.Play(options, rounds, new DiracSettings { StepSize = .1 }).Psi, 1e-12);
    }

    [Fact]
    public void Fit_SeveralPenalties_AddUp()
    {
        var options = new GanTrainerOptions { Loss = new StillLoss(), Regularizers = [new R1Penalty { Gamma = 1 }, new R2Penalty { Gamma = 2 }] };

        Assert.Equal(.7, DiracGan.Play(options, 1, new DiracSettings { StepSize = .1 }).Psi, 1e-12);
    }

    // Rounds of four samples: the factor is 1, then 0.5, then 0.
    [Theory]
    [InlineData(1, .9)]
    [InlineData(2, .855)]
    [InlineData(3, .855)]
    public void Fit_ScheduledFactor_IsTheOneOfTheSamplesSeenBeforeTheRound(int rounds, double psi)
    {
        var falling = new LinearSchedule { From = 1, To = 0, Over = 8 };
        var options = new GanTrainerOptions { Loss = new StillLoss() };

        Assert.Equal(psi, DiracGan.Play(options with { Regularizers = [new R1Penalty { Gamma = falling }] }, rounds, new DiracSettings { StepSize = .1 }).Psi, 1e-12);
        Assert.Equal(psi, DiracGan.Play(options with { Regularizers = [new R2Penalty { Gamma = falling }] }, rounds, new DiracSettings { StepSize = .1 }).Psi, 1e-12);
    }

    [Fact]
    public void Fit_PenaltiesThatRemember_EachHasItsOwnStateWhichTheTrainerOwns()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Regularizers = [new R1Penalty(), new LeCamPenalty(), new LeCamPenalty { Decay = .5 }] });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(2));

        Assert.Equal([0, 3, 3], gan.Trainer.RegularizerStates.Select(state => state.Tensors.Count));
        Assert.Equal(1 - (.99 * .99), gan.Trainer.RegularizerStates[1].Find("weight")!.ToDouble(), 1e-6);
        Assert.Equal(.75, gan.Trainer.RegularizerStates[2].Find("weight")!.ToDouble(), 1e-6);
    }

    [Fact]
    public void Fit_PenaltiesThatRemember_LeaveNoTensorBehind()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Regularizers = [new R1Penalty(), new LeCamPenalty(), new ModeSeekingPenalty()] });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        var live = LiveTensors.Count();

        gan.Trainer.Fit(source, TrainingLength.Rounds(20));

        Assert.Equal(live, Tensor.TotalCount);
    }

    [Theory]
    [InlineData(PlayerOrder.DiscriminatorFirst, 1)]
    [InlineData(PlayerOrder.GeneratorFirst, 2)]
    public void Fit_PenaltyThatReadsRealSamples_GetsThemInEitherOrder(PlayerOrder order, int batches)
    {
        var seen = new RealReader();
        using var gan = new TinyGan(new GanTrainerOptions { Order = order, Regularizers = [seen] });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(3, seen.Seen);
        Assert.Equal(3 * batches, gan.Trainer.BatchesDrawn);
        // The check's, then three in each round: real samples are not scored for those who only read them.
        Assert.Equal(1 + (3 * 3), gan.Journal.Entries.Count(entry => entry.StartsWith("score 4", StringComparison.Ordinal)));
    }

    // Two steps of the discriminator's in a round of eight samples, one of the generator's: due are its steps 0 and 3, and 0 and 2.
    [Fact]
    public void Fit_EveryNthStep_CountsThePlayersOwn()
    {
        var journal = new List<string>();
        using var gan = new TinyGan(new GanTrainerOptions
        {
            DiscriminatorSteps = 2,
            Regularizers = [new Noting("d", journal) { Every = 3 }, new NotingGenerator("g", journal) { Every = 2 }],
        });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(["d 0", "g 0", "d 8", "g 16"], journal);
        Assert.Equal([["d"], ["g"]], gan.Trainer.RegularizerStates.Select(state => state.Tensors.Keys));
    }

    [Fact]
    public void Fit_PenaltiesThatDifferentiateInputs_LeaveTheBatchAsItCame()
    {
        var batch = zeros(0);
        var journal = new List<string>();
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var source = new NoiseSource(2) { Made = (_, samples) => batch = samples };
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions
        {
            Regularizers = [new R1Penalty(), new R2Penalty(), new Noting("d", journal) { Looking = () => batch.requires_grad.ToString() }],
        });

        trainer.Fit(source, TrainingLength.Rounds(2));

        Assert.Equal(["False", "False"], journal);
    }

    [Fact]
    public void State_OutsideARegularizersTurn_IsRefused()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var source = new NoiseSource(2);
        using var trainer = new PeekingTrainer(generator, discriminator);

        var failure = Assert.Throws<InvalidOperationException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal("Only regularizers have a state, while they are asked for their term.", failure.Message);
    }

    [Fact]
    public void Create_SettingsOutOfRange_NamesThemAll()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();

        var failure = Assert.Throws<ArgumentException>(() => new GanTrainer(generator, discriminator, new GanTrainerOptions
        {
            Regularizers = [new R1Penalty { Gamma = 0, Every = 0 }, new ConsistencyPenalty { Augmentation = null! }],
            AfterDiscriminatorStep = [new WeightClipping { Bound = -1 }],
        }));

        Assert.Equal(
            "GanTrainerOptions: R1Penalty.Every must be at least 1, was 0; R1Penalty.Gamma must be positive, was 0; "
            + "ConsistencyPenalty.Augmentation must be given, was null; WeightClipping.Bound must be positive, was -1.",
            failure.Message);
    }

    private sealed record RealReader : IGeneratorRegularizer
    {
        public int Seen { get; private set; }

        public bool NeedsReal => true;

        public Tensor ForGenerator(GeneratorPass pass)
        {
            Seen += pass.Real!.shape.SequenceEqual(pass.Fake.shape) ? 1 : 0;
            return pass.FakeLogits.mul(0);
        }
    }

    private sealed record Noting(string Name, List<string> Journal) : IDiscriminatorRegularizer
    {
        public int Every { get; init; } = 1;

        public Func<string>? Looking { get; init; }

        public Tensor ForDiscriminator(DiscriminatorPass pass)
        {
            Journal.Add(Looking?.Invoke() ?? $"{Name} {pass.SamplesSeen}");
            return pass.State.Set(Name, pass.RealLogits).mul(0);
        }
    }

    private sealed record NotingGenerator(string Name, List<string> Journal) : IGeneratorRegularizer
    {
        public int Every { get; init; } = 1;

        public Tensor ForGenerator(GeneratorPass pass)
        {
            Journal.Add($"{Name} {pass.SamplesSeen}");
            return pass.State.Set(Name, pass.FakeLogits).mul(0);
        }
    }

    private sealed class PeekingTrainer(IGenerator generator, IDiscriminator discriminator) : GanTrainer(generator, discriminator)
    {
        protected override Tensor DiscriminatorLoss(DiscriminatorPass pass) => pass.RealLogits.mul(pass.State.Tensors.Count);
    }
}
