using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>What a reported round says beside the losses, against the Dirac-GAN's arithmetic.</summary>
public sealed class RoundMeasureTests
{
    private static readonly string[] Always =
    [
        "discriminator.gradient", "discriminator.loss", "discriminator.update", "generator.gradient", "generator.loss", "generator.update", "score.fake", "score.real",
    ];

    // Theta and psi start at 1, real samples are 0, steps are 0.2, and the generator goes first.
    [Fact]
    public void Fit_DiracRound_MeasuresGradientsUpdatesAndVerdictsOfTheDiscriminator()
    {
        var values = Play(new NonSaturatingLoss());
        var theta = 1 - (.2 * Sigmoid(1));
        var psiGradient = theta * Sigmoid(-theta);

        Assert.Equal([.. Always.Concat(["accuracy.fake", "accuracy.real", "probability.fake", "probability.real"]).Order()], values.Keys.Order());
        Assert.Equal(Sigmoid(1), values["generator.gradient"], 1e-12);
        Assert.Equal(1 - theta, values["generator.update"], 1e-12);
        Assert.Equal(psiGradient, values["discriminator.gradient"], 1e-12);
        Assert.Equal(.2 * psiGradient, values["discriminator.update"], 1e-12);
        Assert.Equal(.5, values["probability.real"], 1e-12);
        Assert.Equal(Sigmoid(-theta), values["probability.fake"], 1e-12);
        Assert.Equal(0, values["accuracy.real"]); // a logit of 0 is not called real
        Assert.Equal(1, values["accuracy.fake"]);
    }

    [Fact]
    public void Fit_LossThatDecidesElsewhere_CountsAccuracyThere()
    {
        // Logits are 0 and about -0.9: below 1/2 both look fake, above -1/2 the real one looks real.
        Assert.Equal(0, Play(new LeastSquaresLoss())["accuracy.real"]);
        var values = Play(new LeastSquaresLoss { FakeTarget = -2, RealTarget = 1 });

        Assert.Equal((1, 1), (values["accuracy.real"], values["accuracy.fake"]));
        Assert.Equal([.. Always.Concat(["accuracy.fake", "accuracy.real"]).Order()], values.Keys.Order());
    }

    [Fact]
    public void Fit_Critic_HasNeitherAccuracyNorProbability() => Assert.Equal(Always, Play(new WassersteinLoss()).Keys.Order());

    [Fact]
    public void Fit_SeveralDiscriminatorSteps_MeasuresTheLast()
    {
        var values = Play(new NonSaturatingLoss(), discriminatorSteps: 2);
        var theta = 1 - (.2 * Sigmoid(1));
        var psi = 1 + (.2 * theta * Sigmoid(-theta));

        Assert.Equal(.2 * theta * Sigmoid(-psi * theta) / psi, values["discriminator.update"], 1e-12);
    }

    [Fact]
    public void Fit_PenaltyOnBothPlayers_MeasuresBothTerms()
    {
        var values = Play(new NonSaturatingLoss(), penalties: [new BothPlayers(), new R1Penalty { Gamma = 2 }]);

        Assert.Equal(3, values["discriminator.BothPlayers"]);
        Assert.Equal(-4, values["generator.BothPlayers"]);
        Assert.Equal(1, values["R1Penalty"], 1e-12);
        Assert.DoesNotContain("BothPlayers", values.Keys);
    }

    [Fact]
    public void Fit_SimultaneousPlayers_MeasuresBothFromTheSameStart()
    {
        var values = Play(new NonSaturatingLoss(), update: UpdateRule.Simultaneous);

        Assert.Equal(.2 * Sigmoid(1), values["generator.update"], 1e-12);
        Assert.Equal(.2 * Sigmoid(-1), values["discriminator.update"], 1e-12);
    }

    [Fact]
    public void Fit_WeightsThatAreAllZero_UpdateIsANumber() => Assert.True(double.IsFinite(Play(new NonSaturatingLoss(), start: (1, 0))["discriminator.update"]));

    [Fact]
    public void Fit_Reported_LeavesNoTensorBehind()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(2), [new RecordingHook()]);

        Assert.Equal(0, Footprint.TensorsLeftBy(() => gan.Trainer.Fit(source, TrainingLength.Rounds(5), [new RecordingHook()])));
    }

    [Fact]
    public void Fit_OnlyWatchedRounds_CostMore()
    {
        using var watched = new TinyGan();
        using var source = watched.Source();
        var statistics = TorchSharp.DisposeScopeManager.Statistics;

        long Made(long rounds, params TrainingHook[] hooks)
        {
            var before = statistics.CreatedInScopeCount;
            watched.Trainer.Fit(source, TrainingLength.Rounds(rounds), hooks);
            return statistics.CreatedInScopeCount - before;
        }

        Made(1);
        var (ten, twenty, thirty) = (Made(10), Made(20), Made(30));
        var seldom = Made(10, new RecordingHook(every: 1_000));

        // Unwatched rounds all make the same; of the last ten only the last was watched.
        Assert.Equal(twenty - ten, thirty - twenty);
        Assert.InRange(seldom - ten, 1, 100);
    }

    private static IReadOnlyDictionary<string, double> Play(
        IAdversarialLoss loss, int discriminatorSteps = 1, UpdateRule update = UpdateRule.Alternating, (double Theta, double Psi)? start = null, IReadOnlyList<IRegularizer>? penalties = null)
    {
        using var generator = new DiracGenerator(start?.Theta ?? 1);
        using var discriminator = new DiracDiscriminator(start?.Psi ?? 1);
        using var source = new DiracSource { BatchSize = 4 };
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions
        {
            Loss = loss,
            Regularizers = penalties ?? [],
            DiscriminatorSteps = discriminatorSteps,
            Update = update,
            Order = PlayerOrder.GeneratorFirst,
            GeneratorOptimizer = new SgdSettings { LearningRate = .2 },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = .2 },
        });
        var hook = new RecordingHook();
        trainer.Fit(source, TrainingLength.Rounds(1), [hook]);
        return hook.Reports[0].Values;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private sealed record BothPlayers : IDiscriminatorRegularizer, IGeneratorRegularizer
    {
        public int Every => 1;

        public Tensor ForDiscriminator(DiscriminatorPass pass) => pass.RealLogits.mul(0).add(3);

        public Tensor ForGenerator(GeneratorPass pass) => pass.FakeLogits.mul(0).sub(4);
    }
}
