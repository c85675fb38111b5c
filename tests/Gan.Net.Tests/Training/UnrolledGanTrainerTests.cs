using Gan.Net.Augmentations;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class UnrolledGanTrainerTests
{
    public static TheoryData<string> Games =>
        ["adam", "adam with decay", "sgd", "momentum", "rmsprop", "paired", "r1 and r2", "wgan-gp", "augmented", "batch norm", "saddle point"];

    // The bilinear game f = θψ, which the generator lowers and the discriminator raises: dL/dθ = ψ + 2kηθ.
    [Theory]
    [InlineData(1, .6, .7)]
    [InlineData(5, 1.0, 1.5)]
    [InlineData(10, 1.5, 2.5)]
    public void Fit_BilinearGame_HasThePublishedLossAndGradient(int steps, double loss, double gradient) =>
        AssertDirac(new WassersteinLoss(), (1, .5), (steps, .1), loss, gradient);

    // The published loss leaves out the share of the real sample, which lies where no discriminator can tell: log 1/2.
    [Fact]
    public void Fit_DiracGanOneStep_HasThePublishedLossAndGradient() =>
        AssertDirac(new MinimaxLoss(), (1, 1), (1, .2), -.299077838309 - Math.Log(2), .276141900724);

    [Theory]
    [MemberData(nameof(Games))]
    public void GeneratorLoss_Gradient_EqualsFiniteDifferences(string name)
    {
        using var scope = NewDisposeScope();
        using var game = new UnrolledGame(Options(name), batchNorm: name == "batch norm");
        game.Warm();

        Assert.Null(FiniteDifferences.Compare(game.Generator.parameters(), game.Loss));
    }

    // Parameters this large keep their gradients apart from the others'.
    [Fact]
    public void GeneratorLoss_LargeParameters_GradientEqualsFiniteDifferencesAndAllIsAsBefore()
    {
        using var scope = NewDisposeScope();
        using var game = new UnrolledGame(new GanTrainerOptions { DiscriminatorOptimizer = new AdamSettings { LearningRate = 1e-4 } }, hidden: 1 << 15);
        game.Warm();
        var before = game.Everything();

        Assert.Null(FiniteDifferences.Compare(game.Generator.parameters(), game.Loss));

        Assert.Equal(before, game.Everything());
    }

    // What a regularizer draws and remembers must be the same when its step is gone through backwards.
    [Fact]
    public void GeneratorLoss_RegularizerWithChanceAndMemory_SeesTheSameOnTheWayBack()
    {
        using var scope = NewDisposeScope();
        var seen = new List<(double Drawn, long Count)>();
        using var game = new UnrolledGame(new GanTrainerOptions { Regularizers = [new WatchingPenalty(seen)] });
        game.Warm();
        seen.Clear();

        game.Loss().backward();

        Assert.Equal([3, 4, 5], seen.Take(3).Select(look => look.Count)); // three rounds came before
        Assert.Equal(3, seen.Take(3).Select(look => look.Drawn).Distinct().Count());
        Assert.Equal([.. seen.Take(3), .. seen.Take(3).Reverse()], seen);
    }

    // The shortcut that looks ahead and lets no gradient through must not pass for the real thing.
    [Fact]
    public void GeneratorLoss_Gradient_DiffersFromTheFirstOrderOne()
    {
        using var scope = NewDisposeScope();
        using var game = new UnrolledGame(Options("adam"));
        game.Warm();

        var exact = game.Gradient();
        var shortcut = game.FirstOrderGradient();

        Assert.Contains(exact.Zip(shortcut), pair => Math.Abs(pair.First - pair.Second) > .02 * Math.Abs(pair.First));
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("adam with decay")]
    [InlineData("sgd")]
    [InlineData("momentum")]
    [InlineData("rmsprop")]
    [InlineData("r1 and r2")]
    public void GeneratorLoss_Value_IsTheLossAfterStepsOfTheRealOptimizer(string name)
    {
        using var scope = NewDisposeScope();
        using var game = new UnrolledGame(Options(name));
        game.Warm();

        var unrolled = game.Loss().ToDouble();

        Assert.Equal(game.LossAfterRealSteps(), unrolled, 1e-12);
    }

    // f of equation 1 has two terms, and both depend on the discriminator that answers.
    [Theory]
    [InlineData("saddle point")]
    [InlineData("critic")]
    public void GeneratorLoss_ZeroSumGame_IsTheWholeValueAfterTheSteps(string name)
    {
        using var scope = NewDisposeScope();
        using var game = new UnrolledGame(Options(name));
        game.Warm();

        var unrolled = game.Loss().ToDouble();

        Assert.Equal(game.ValueAfterRealSteps(), unrolled, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void GeneratorLoss_Afterwards_TheDiscriminatorIsWhatItWas(string name)
    {
        using var scope = NewDisposeScope();
        using var game = new UnrolledGame(Options(name), batchNorm: name == "batch norm");
        game.Warm();
        var before = game.Everything();

        game.Loss().backward();

        Assert.Equal(before, game.Everything());
        Assert.All(game.Critic.parameters(), parameter => Assert.False(parameter.requires_grad)); // it is the generator's turn
    }

    [Fact]
    public void GeneratorLoss_StepFails_TheDiscriminatorIsWhatItWas()
    {
        using var gan = new TinyGan();
        using var trainer = new UnrolledGanTrainer(gan.Generator, gan.Discriminator, new GanTrainerOptions { Order = PlayerOrder.GeneratorFirst });
        using var source = gan.Source();
        var before = Weights.Of(gan.Discriminator);
        var scored = 0;
        gan.Discriminator.Scoring = () => _ = ++scored < 5 ? true : throw new InvalidOperationException("broken");

        Assert.Throws<InvalidOperationException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));

        Weights.AssertSame(before, Weights.Of(gan.Discriminator));
        Assert.All(gan.Discriminator.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    [Fact]
    public void Fit_PlayersMoveTogether_TheDiscriminatorTakesItsOrdinaryStep()
    {
        var options = new GanTrainerOptions { Update = UpdateRule.Simultaneous };

        var plain = Play(options, (generator, discriminator) => new GanTrainer(generator, discriminator, options));
        var unrolled = Play(options, (generator, discriminator) => new UnrolledGanTrainer(generator, discriminator, options));

        Weights.AssertSame(plain.Discriminator, unrolled.Discriminator);
        Weights.AssertDiffer(plain.Generator, unrolled.Generator);
    }

    public static TheoryData<string, GanTrainerOptions> InPlace => new()
    {
        { nameof(WeightClipping), new GanTrainerOptions { AfterDiscriminatorStep = [new WeightClipping()] } },
        { nameof(GradientNormClipping), new GanTrainerOptions { BeforeDiscriminatorStep = [new GradientNormClipping()] } },
    };

    [Theory]
    [MemberData(nameof(InPlace))]
    public void Create_SomethingActsInPlace_IsRefused(string name, GanTrainerOptions options)
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();

        var failure = Assert.Throws<ArgumentException>(() => new UnrolledGanTrainer(generator, discriminator, options));

        Assert.Equal(
            $"{name} cannot be unrolled: no gradient flows through what acts on gradients or weights in place. Leave BeforeDiscriminatorStep and AfterDiscriminatorStep empty. (Parameter 'options')",
            failure.Message);
    }

    [Fact]
    public void Create_UnknownOptimizer_IsRefused()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();

        var failure = Assert.Throws<ArgumentException>(
            () => new UnrolledGanTrainer(generator, discriminator, new GanTrainerOptions { DiscriminatorOptimizer = new OwnSettings() }));

        Assert.Equal(
            "OwnSettings cannot be unrolled: its step is no IDifferentiableOptimizer. Take AdamSettings, SgdSettings or RmsPropSettings. (Parameter 'options')",
            failure.Message);
    }

    [Fact]
    public void Create_NoSteps_IsRefused()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();

        Assert.Throws<ArgumentOutOfRangeException>("UnrolledSteps", () => new UnrolledGanTrainer(generator, discriminator) { UnrolledSteps = 0 });
    }

    private static GanTrainerOptions Options(string name)
    {
        var options = new GanTrainerOptions { DiscriminatorOptimizer = new AdamSettings { LearningRate = .05 } };
        return name switch
        {
            "adam with decay" => options with { DiscriminatorOptimizer = new AdamSettings { LearningRate = .05, WeightDecay = .1 } },
            "sgd" => options with { DiscriminatorOptimizer = new SgdSettings { LearningRate = .5 } },
            "momentum" => options with { DiscriminatorOptimizer = new SgdSettings { LearningRate = .3, Momentum = .5 } },
            "rmsprop" => options with { DiscriminatorOptimizer = new RmsPropSettings { LearningRate = .02, Alpha = .9 } },
            "paired" => options with { Loss = new RelativisticPairingLoss() },
            "r1 and r2" => options with { Regularizers = [new R1Penalty { Gamma = 2, Every = 2 }, new R2Penalty { Gamma = 1 }] },
            "augmented" => options with { Augmentations = [new InstanceNoise()] },
            "saddle point" => options with { Loss = new MinimaxLoss() },
            "critic" => options with { Loss = new WassersteinLoss() },
            "wgan-gp" => options with { Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty()] },
            _ => options,
        };
    }

    private static void AssertDirac(IAdversarialLoss loss, (double Theta, double Psi) start, (int Count, double Rate) steps, double value, double gradient)
    {
        using var generator = new DiracGenerator(start.Theta);
        using var discriminator = new DiracDiscriminator(start.Psi);
        using var source = new DiracSource { BatchSize = 4 };
        var hook = new RecordingHook();
        using var trainer = new UnrolledGanTrainer(generator, discriminator, new GanTrainerOptions
        {
            Loss = loss,
            Order = PlayerOrder.GeneratorFirst,
            GeneratorOptimizer = new SgdSettings { LearningRate = 1 },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = steps.Rate },
        })
        {
            UnrolledSteps = steps.Count,
        };

        trainer.Fit(source, TrainingLength.Rounds(1), [hook]);

        Assert.Equal(value, hook.Reports[0].Values["generator.loss"], 1e-11);
        Assert.Equal(gradient, start.Theta - generator.Theta, 1e-11);
    }

    private static (SortedDictionary<string, double[]> Generator, SortedDictionary<string, double[]> Discriminator) Play(
        GanTrainerOptions options, Func<IGenerator, IDiscriminator, GanTrainer> create)
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var trainer = create(generator, discriminator);
        using var source = new NoiseSource(2);
        trainer.Fit(source, TrainingLength.Rounds(1));
        return (Weights.Of(generator), Weights.Of(discriminator));
    }

    private sealed record WatchingPenalty(List<(double Drawn, long Count)> Seen) : IDiscriminatorRegularizer
    {
        public Tensor ForDiscriminator(DiscriminatorPass pass)
        {
            var count = pass.State.Find("count")?.ToInt64() ?? 0;
            Seen.Add((rand(1, dtype: ScalarType.Float64, generator: pass.Random).ToDouble(), count));
            pass.State.Set("count", tensor(count + 1));
            return pass.RealLogits.square();
        }
    }

    private sealed record OwnSettings : OptimizerSettings
    {
        public override Schedule LearningRate { get; init; } = .1;

        public override optim.Optimizer Create(IReadOnlyList<Parameter> parameters) => optim.SGD(parameters, LearningRate.At(0));
    }
}
