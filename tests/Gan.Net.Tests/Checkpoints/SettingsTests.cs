using System.Globalization;
using Gan.Net.Augmentations;
using Gan.Net.Checkpoints;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;

namespace Gan.Net.Tests.Checkpoints;

/// <summary>What a checkpoint notes of the rules it was made under.</summary>
public sealed class SettingsTests
{
    // One change for each property: a property without one fails the test below, and one that no checkpoint notes too.
    private static readonly Dictionary<string, Func<GanTrainerOptions, GanTrainerOptions>> _changes = new()
    {
        [nameof(GanTrainerOptions.Seed)] = options => options with { Seed = 1 },
        [nameof(GanTrainerOptions.Update)] = options => options with { Update = UpdateRule.Simultaneous },
        [nameof(GanTrainerOptions.GradientAccumulation)] = options => options with { GradientAccumulation = 2 },
        [nameof(GanTrainerOptions.NumericPolicy)] = options => options with { NumericPolicy = NumericPolicy.SkipStep(3) },
        [nameof(GanTrainerOptions.Loss)] = options => options with { Loss = new SmoothedLoss() },
        [nameof(GanTrainerOptions.DiscriminatorSteps)] = options => options with { DiscriminatorSteps = 2 },
        [nameof(GanTrainerOptions.DiscriminatorWarmUp)] = options => options with { DiscriminatorWarmUp = new StepWarmUp() },
        [nameof(GanTrainerOptions.GeneratorOptimizer)] = options => options with { GeneratorOptimizer = new AdamSettings { LearningRate = new LinearSchedule { From = 0.1, To = 0.2, Over = 3 } } },
        [nameof(GanTrainerOptions.DiscriminatorOptimizer)] = options => options with { DiscriminatorOptimizer = new AdamSettings { Beta1 = 0.25 } },
        [nameof(GanTrainerOptions.Latents)] = options => options with { Latents = LatentReuse.Shared },
        [nameof(GanTrainerOptions.FakeConditions)] = options => options with { FakeConditions = new UniformConditions() },
        [nameof(GanTrainerOptions.Order)] = options => options with { Order = PlayerOrder.GeneratorFirst },
        [nameof(GanTrainerOptions.Regularizers)] = options => options with { Regularizers = [new R1Penalty { Every = 2 }] },
        [nameof(GanTrainerOptions.BeforeDiscriminatorStep)] = options => options with { BeforeDiscriminatorStep = [new GradientNormClipping()] },
        [nameof(GanTrainerOptions.BeforeGeneratorStep)] = options => options with { BeforeGeneratorStep = [new GradientValueClipping()] },
        [nameof(GanTrainerOptions.AfterDiscriminatorStep)] = options => options with { AfterDiscriminatorStep = [new WeightClipping { Bound = 0.02 }] },
        [nameof(GanTrainerOptions.AfterGeneratorStep)] = options => options with { AfterGeneratorStep = [new WeightClipping()] },
        [nameof(GanTrainerOptions.Augmentations)] = options => options with { Augmentations = [new JitterAugmentation()] },
        [nameof(GanTrainerOptions.Collective)] = options => options with { Collective = new TwoProcesses() },
        [nameof(GanTrainerOptions.Ema)] = options => options with { Ema = new EmaSettings { RampUp = null } },
    };

    // Where a game is played is no rule of it.
    public static TheoryData<string> Properties =>
        [.. typeof(GanTrainerOptions).GetProperties().Select(property => property.Name).Where(name => name != nameof(GanTrainerOptions.Device))];

    [Theory]
    [MemberData(nameof(Properties))]
    public void Settings_AnyOptionChanged_Differ(string property)
    {
        Assert.True(_changes.TryGetValue(property, out var change), $"Add a change of {property} here, and note the property in Describe.");

        Assert.NotEqual(Of(new GanTrainerOptions()), Of(change(new GanTrainerOptions())));
    }

    [Fact]
    public void Settings_SameOptionsMadeAgain_AreTheSame() =>
        Assert.Equal(
            Of(new GanTrainerOptions { Regularizers = [new LeCamPenalty { Decay = 0.5 }], Ema = new EmaSettings() }),
            Of(new GanTrainerOptions { Regularizers = [new LeCamPenalty { Decay = 0.5 }], Ema = new EmaSettings() }));

    [Fact]
    public void Settings_UnrolledSteps_Count()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var three = new UnrolledGanTrainer(generator, discriminator) { UnrolledSteps = 3 };

        Assert.Equal("3", ((IResumable)three).Settings.Values["UnrolledSteps"]);
    }

    [Fact]
    public void Add_AnotherCulture_WritesTheSameText()
    {
        var culture = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = german;
            var settings = new RunSettings().Add("penalty", new LeCamPenalty { Weight = 0.5 }).Add("numbers", new[] { 0.5, 2 }).Add("text", "x").Add("nothing", null);

            Assert.Equal("LeCamPenalty { Weight = 0.5, Decay = 0.99, Every = 1 }", settings.Values["penalty"]);
            Assert.Equal("[0.5, 2]", settings.Values["numbers"]);
            Assert.Equal("x", settings.Values["text"]);
            Assert.Equal("none", settings.Values["nothing"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Add_NameTwice_Throws() => Assert.Throws<ArgumentException>(() => new RunSettings().Add("a", 1).Add("a", 2));

    private static string Of(GanTrainerOptions options)
    {
        using var gan = new TinyGan(options);
        return string.Join('\n', ((IResumable)gan.Trainer).Settings.Values);
    }

    private sealed record TwoProcesses : ICollective
    {
        public int Rank => 0;

        public int Size => 2;

        public void Sum(torch.Tensor values)
        {
        }

        public void Broadcast(torch.Tensor values)
        {
        }

        public bool Any(bool flag) => flag;
    }
}
