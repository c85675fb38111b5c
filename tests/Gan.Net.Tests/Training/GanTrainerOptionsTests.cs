using Gan.Net.Losses;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;

namespace Gan.Net.Tests.Training;

public sealed class GanTrainerOptionsTests
{
    [Fact]
    public void Create_Defaults_AreTheDcganPapers()
    {
        var options = new GanTrainerOptions();

        Assert.Equal(new AdamSettings { LearningRate = 2e-4, Beta1 = .5, Beta2 = .999, Epsilon = 1e-8, WeightDecay = 0 }, options.GeneratorOptimizer);
        Assert.Equal(options.GeneratorOptimizer, options.DiscriminatorOptimizer);
        Assert.Equal(new NonSaturatingLoss(), options.Loss);
        Assert.Equal(1, options.DiscriminatorSteps);
        Assert.Equal(LatentReuse.Fresh, options.Latents);
        Assert.Equal(PlayerOrder.DiscriminatorFirst, options.Order);
        Assert.Equal(UpdateRule.Alternating, options.Update);
        Assert.Equal(0, options.Seed);
        Assert.Equal("cpu", options.Device.ToString());
    }

    [Fact]
    public void Create_EverythingWrong_OneExceptionNamesAll() =>
        AssertRefused(
            "GanTrainerOptions: DiscriminatorSteps must be at least 1, was 0; Loss must be given, was null; "
            + "GeneratorOptimizer.LearningRate must be positive, was 0; GeneratorOptimizer.Beta1 must be in [0, 1), was 1; "
            + "GeneratorOptimizer.Beta2 must be in [0, 1), was -0.1; GeneratorOptimizer.Epsilon must be positive, was NaN; "
            + "GeneratorOptimizer.WeightDecay must be at least 0, was -1; "
            + "DiscriminatorOptimizer.LearningRate must be positive, was Infinity; DiscriminatorOptimizer.Momentum must be in [0, 1), was 1.5.",
            new GanTrainerOptions
            {
                DiscriminatorSteps = 0,
                Loss = null!,
                GeneratorOptimizer = new AdamSettings { LearningRate = 0, Beta1 = 1, Beta2 = -.1, Epsilon = double.NaN, WeightDecay = -1 },
                DiscriminatorOptimizer = new SgdSettings { LearningRate = double.PositiveInfinity, Momentum = 1.5 },
            });

    [Fact]
    public void Create_RmsPropOutOfRange_NamesEach() =>
        AssertRefused(
            "GanTrainerOptions: GeneratorOptimizer.LearningRate must be positive, was -1; "
            + "GeneratorOptimizer.Alpha must be in [0, 1), was 1; GeneratorOptimizer.Epsilon must be positive, was 0.",
            new GanTrainerOptions { GeneratorOptimizer = new RmsPropSettings { LearningRate = -1, Alpha = 1, Epsilon = 0 } });

    public static TheoryData<IAdversarialLoss, string> Losses => new()
    {
        { new RelativisticAverageLoss { Judge = new LeastSquaresLoss { Factor = 0, RealTarget = double.NaN } }, "Judge.Factor must be positive, was 0; Loss.Judge.RealTarget must be finite, was NaN" },
        { new RelativisticAverageLoss { Judge = null! }, "Judge must be given, was null" },
        { new SmoothedLoss { RealLabel = 1.1 }, "RealLabel must be in [0, 1], was 1.1" },
        { new SmoothedLoss { Inner = new LeastSquaresLoss { Factor = -1 } }, "Inner.Factor must be positive, was -1" },
        { new LabelNoiseLoss { SwapProbability = .5 }, "SwapProbability must be in [0, 0.5), was 0.5" },
        { new LabelNoiseLoss { Inner = null! }, "Inner must be given, was null" },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void Create_LossOutOfRange_NamesEach(IAdversarialLoss loss, string problem) =>
        AssertRefused($"GanTrainerOptions: Loss.{problem}.", new GanTrainerOptions { Loss = loss });

    [Fact]
    public void Create_NoOptimizers_NamesBoth() =>
        AssertRefused(
            "GanTrainerOptions: GeneratorOptimizer must be given, was null; DiscriminatorOptimizer must be given, was null.",
            new GanTrainerOptions { GeneratorOptimizer = null!, DiscriminatorOptimizer = null! });

    [Theory]
    [InlineData(PlayerOrder.GeneratorFirst, UpdateRule.Alternating)]
    [InlineData(PlayerOrder.DiscriminatorFirst, UpdateRule.Simultaneous)]
    public void Create_SharedLatentsOutOfOrder_IsRefused(PlayerOrder order, UpdateRule update) =>
        AssertRefused(
            "GanTrainerOptions: Latents can be Shared only when the discriminator moves first and players alternate, was Shared.",
            new GanTrainerOptions { Latents = LatentReuse.Shared, Order = order, Update = update });

    [Fact]
    public void Create_SimultaneousManySteps_IsRefused() =>
        AssertRefused(
            "GanTrainerOptions: DiscriminatorSteps must be 1 when players move simultaneously, was 5.",
            new GanTrainerOptions { Update = UpdateRule.Simultaneous, DiscriminatorSteps = 5 });

    [CpuOnlyFact]
    public void Create_CudaWithoutADevice_IsRefused() =>
        AssertRefused(
            "GanTrainerOptions: Device must be available on this machine, was cuda.",
            new GanTrainerOptions { Device = new torch.Device(DeviceType.CUDA) });

    [Fact]
    public void Create_NoModels_NamesTheParameter()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();

        Assert.Throws<ArgumentNullException>("generator", () => new GanTrainer(null!, discriminator));
        Assert.Throws<ArgumentNullException>("discriminator", () => new GanTrainer(generator, null!));
    }

    [Theory]
    [MemberData(nameof(OptimizerRows))]
    public void Create_AnyOptimizer_StepsAsTheEnginesOwn(OptimizerSettings optimizer)
    {
        var options = new GanTrainerOptions { GeneratorOptimizer = optimizer, DiscriminatorOptimizer = optimizer };
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var source = new NoiseSource(2);
        TextbookLoop.Play(generator, discriminator, source, options, 20);

        Weights.AssertSame(Weights.Of(generator, discriminator), TinyGan.Play(20, options));
    }

    public static TheoryData<OptimizerSettings> OptimizerRows =>
    [
        new AdamSettings(),
        new AdamSettings { LearningRate = 1e-2, Beta1 = 0, Beta2 = .9, WeightDecay = 1e-3 },
        new SgdSettings { LearningRate = .1 },
        new SgdSettings { LearningRate = .1, Momentum = .9 },
        new RmsPropSettings { LearningRate = 1e-3 },
    ];

    private static void AssertRefused(string message, GanTrainerOptions options)
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();

        var failure = Assert.Throws<ArgumentException>(() => new GanTrainer(generator, discriminator, options));

        Assert.Equal(message, failure.Message);
    }
}
