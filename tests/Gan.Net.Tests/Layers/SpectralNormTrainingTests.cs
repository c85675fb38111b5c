using Gan.Net.Layers;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Layers;

/// <summary>Spectral norm inside the trainer, which moves weights to a buffer of its own and changes modes.</summary>
public sealed class SpectralNormTrainingTests
{
    [Fact]
    public void Fit_NormalisedDiscriminator_MovesWeightsAndKeepsTheirEffectBounded()
    {
        using var generator = new TinyGenerator();
        using var critic = new NormalisedCritic();
        using var source = new NoiseSource(2);
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions
        {
            Loss = new NonSaturatingLoss(),  // the hinge's pull on a bias is zero while every sample is inside the margin
            Regularizers = [new R1Penalty()],
            DiscriminatorOptimizer = new SgdSettings { LearningRate = 1 },
        });
        var before = Weights.Of(critic);

        trainer.Fit(source, TrainingLength.Rounds(50));

        var after = Weights.Of(critic);  // but for the u of one output, which is 1 at all times
        Assert.All(before.Keys.Except(["0.last.u"]), key => Assert.NotEqual(before[key], after[key]));
        using var scope = NewDisposeScope();
        critic.eval();
        Assert.Equal(1, linalg.svdvals(critic.First.NormalizedWeight()).max().ToSingle(), .05);
    }

    [Fact]
    public void Fit_Check_LeavesUAlone()
    {
        using var generator = new TinyGenerator();
        using var critic = new NormalisedCritic { Refuses = true };
        using var source = new NoiseSource(2);
        using var trainer = new GanTrainer(generator, critic);
        var before = Weights.Of(critic);

        Assert.Throws<InvalidOperationException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));

        Weights.AssertSame(before, Weights.Of(critic));
    }

    // Every look in training mode turns u, as in PyTorch: real and generated samples, the points between them, and the generator's turn.
    [Fact]
    public void Fit_PenaltyThatScores_TurnsUOnceMore()
    {
        using var generator = new TinyGenerator();
        using var critic = new NormalisedCritic();
        using var other = new NormalisedCritic();
        other.load_state_dict(critic.state_dict());
        using var source = new NoiseSource(2);
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions
        {
            Regularizers = [new WganGpPenalty()],
            DiscriminatorOptimizer = new SgdSettings { LearningRate = 1e-30 },
        });

        trainer.Fit(source, TrainingLength.Rounds(1));

        using var scope = NewDisposeScope();
        for (var i = 0; i < 4; i++)
        {
            other.Score(ones(1, 2));
        }

        Assert.Equal(Weights.Of(other), Weights.Of(critic));
    }

    [Fact]
    public void Fit_NormalisedDiscriminator_LeavesNoTensorBehind()
    {
        using var generator = new TinyGenerator();
        using var critic = new NormalisedCritic();
        using var source = new NoiseSource(2);
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions { Regularizers = [new WganGpPenalty()] });
        trainer.Fit(source, TrainingLength.Rounds(3));
        var live = LiveTensors.Count();

        trainer.Fit(source, TrainingLength.Rounds(20));

        Assert.Equal(live, Tensor.TotalCount);
    }

    private sealed class NormalisedCritic : nn.Module<Tensor, Tensor>, IDiscriminator
    {
        [ComponentName(Name = "first")]
        private readonly SpectralNorm _first;

        [ComponentName(Name = "last")]
        private readonly SpectralNorm _last;

        private int _scored;

        public NormalisedCritic()
            : base(nameof(NormalisedCritic))
        {
            using var random = new Generator(4, CPU);
            _first = new SpectralNorm(nn.Linear(2, 4), random);
            _last = new SpectralNorm(nn.Linear(4, 1), random);
            RegisterComponents();
        }

        public nn.Module Module => this;

        public SpectralNorm First => _first;

        public bool Refuses { get; init; }

        public DiscriminatorOutput Score(DiscriminatorInput input) =>
        new() { Logits = Refuses && _scored++ > 0 ? throw new InvalidOperationException("After the check.") : call(input.Samples) };

        public override Tensor forward(Tensor input) => _last.call(_first.call(input).tanh()).flatten();
    }
}
