using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class NumericGuardTests
{
    [Fact]
    public void Fit_NaNInTheBatch_NamesItAndMovesNothing()
    {
        using var gan = new TinyGan();
        using var source = PoisonedAt(3);
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        var before = gan.Weights;

        var failure = Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal(
            "Round 4, step 4 of the discriminator: 'batch' holds 1 NaN and 0 infinite numbers of 8. No weight was changed by this step. There is no checkpoint.",
            failure.Message);
        Assert.Equal((4, 4, "discriminator", "batch", null), (failure.Round, failure.Step, failure.Player, failure.Tensor, failure.LastCheckpoint));
        Assert.Equal((3, 3), (gan.Trainer.Rounds, gan.Trainer.BatchesDrawn));
        Weights.AssertSame(before, gan.Weights);
    }

    [Fact]
    public void Fit_KnownCheckpoint_IsNamed()
    {
        using var gan = new TinyGan();
        using var source = PoisonedAt(0);
        gan.Trainer.LastCheckpoint = "runs/1/checkpoint-7";

        var failure = Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.EndsWith("The last checkpoint is runs/1/checkpoint-7.", failure.Message, StringComparison.Ordinal);
        Assert.Equal("runs/1/checkpoint-7", failure.LastCheckpoint);
    }

    [Fact]
    public void Fit_InfinityInTheLatents_IsFoundThoughNoSampleShowsIt()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var hidden = true;
        using var generator = new PoisoningGenerator(gan.Generator, latents => Poison.Put(latents, double.PositiveInfinity))
        {
            Generated = samples => hidden &= samples.isfinite().all().ToBoolean(),
        };
        using var trainer = new GanTrainer(generator, gan.Discriminator);

        var failure = Assert.Throws<NonFiniteNumberException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal(("discriminator", "latents"), (failure.Player, failure.Tensor));
        Assert.True(hidden);  // tanh of infinity is 1
    }

    [Fact]
    public void Fit_LossNotFinite_IsFoundThoughGradientsAre()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Loss = new OffsetLoss(double.NaN) });
        using var source = gan.Source();

        var failure = Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal(("discriminator", "loss"), (failure.Player, failure.Tensor));
        Assert.DoesNotContain(gan.Discriminator.parameters(), parameter => !parameter.grad!.isfinite().all().ToBoolean());
    }

    [Theory]
    [InlineData(false, "gradient of discriminator first.weight")]
    [InlineData(true, "gradient of generator layer.weight")]
    public void Fit_OneGradientNotFinite_IsFoundThoughTheLossIs(bool ofGenerator, string tensor)
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        var target = ofGenerator ? generator.Layer.weight : discriminator.parameters().First();
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Regularizers = [new SteepPenalty(target, ofGenerator)] });
        using var source = new NoiseSource(2);

        var failure = Assert.Throws<NonFiniteNumberException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal(tensor, failure.Tensor);
        Assert.Contains($"holds 0 NaN and 1 infinite numbers of {target.numel()}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Fit_WeightOfEitherPlayerNotFinite_IsFoundBeforeAnyoneMoves(double value)
    {
        foreach (var ofGenerator in (bool[])[false, true])
        {
            using var gan = new TinyGan();
            using var source = gan.Source();
            gan.Trainer.Fit(source, TrainingLength.Rounds(2));
            Poison.Put((ofGenerator ? (nn.Module)gan.Generator : gan.Discriminator).parameters().Last(), value);
            var before = gan.Weights;

            var failure = Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

            Assert.Equal("discriminator", failure.Player);
            Assert.Equal(ofGenerator ? "generator layer.bias" : "discriminator last.bias", failure.Tensor);
            Weights.AssertSame(before, gan.Weights);
        }
    }

    [Fact]
    public void Fit_WeightHiddenByReLU_IsFound()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        using var discriminator = new TinyDiscriminator { Output = logits => logits.relu().flatten() };
        using var trainer = new GanTrainer(gan.Generator, discriminator);
        Poison.Put(discriminator.parameters().Last(), double.NegativeInfinity);

        var failure = Assert.Throws<NonFiniteNumberException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal("discriminator last.bias", failure.Tensor);
    }

    [Fact]
    public void Fit_StepFails_BuffersAreAsBefore()
    {
        using var scope = NewDisposeScope();
        using var critic = new NormalizedCritic(new SmoothCritic(2));
        using var generator = new SmoothGenerator([2], ScalarType.Float64);
        using var trainer = new GanTrainer(generator, critic);
        using var source = PoisonedAt(3, ScalarType.Float64);
        trainer.Fit(source, TrainingLength.Rounds(3));
        var before = Weights.Of(generator, critic);

        Assert.Throws<NonFiniteNumberException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));

        Weights.AssertSame(before, Weights.Of(generator, critic));
        Assert.Contains(before.Keys, key => key.EndsWith("running_mean", StringComparison.Ordinal));
    }

    [Fact]
    public void Fit_LossThrows_BuffersAndStatesAreAsBefore()
    {
        using var critic = new NormalizedCritic(new SmoothCritic(2));
        using var generator = new SmoothGenerator([2], ScalarType.Float64);
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions { Regularizers = [new LeCamPenalty(), new ThrowingPenalty(from: 3)] });
        using var source = new NoiseSource(2) { Type = ScalarType.Float64 };
        trainer.Fit(source, TrainingLength.Rounds(3));
        var before = Weights.Of(generator, critic);
        var means = trainer.RegularizerStates[0].Tensors.ToDictionary(pair => pair.Key, pair => pair.Value.ToDouble());

        Assert.Throws<InvalidDataException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));

        Weights.AssertSame(before, Weights.Of(generator, critic));
        Assert.Equal(3, means.Count);
        Assert.Equal(means, trainer.RegularizerStates[0].Tensors.ToDictionary(pair => pair.Key, pair => pair.Value.ToDouble()));
    }

    [Fact]
    public void Fit_FirstStepFails_StatesAreEmptyAgain()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Regularizers = [new LeCamPenalty()] });
        using var source = PoisonedAt(0);

        Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Empty(gan.Trainer.RegularizerStates[0].Tensors);
    }

    [Fact]
    public void Fit_GradientsNearOverflow_IsNoAlarm()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Loss = new ScaledLoss(1e32), DiscriminatorOptimizer = new SgdSettings { LearningRate = 1e-34 }, GeneratorOptimizer = new SgdSettings { LearningRate = 1e-34 } });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(20));

        Assert.Contains(gan.Discriminator.parameters(), parameter => parameter.grad!.abs().max().ToSingle() > 1e30f);
    }

    [Fact]
    public void Fit_Unchecked_LetsItThrough()
    {
        using var gan = new TinyGan(new GanTrainerOptions { NumericPolicy = NumericPolicy.Unchecked });
        using var source = PoisonedAt(1);

        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Contains(gan.Weights.Values.SelectMany(values => values), double.IsNaN);
    }

    private static NoiseSource PoisonedAt(long batch, ScalarType type = ScalarType.Float32) => new(2)
    {
        Type = type,
        Made = (index, samples) =>
        {
            if (index == batch)
            {
                Poison.Put(samples, double.NaN, 5);
            }
        },
    };
}
