using System.Text.Json;
using Gan.Net.Augmentations;
using Gan.Net.Checkpoints;
using Gan.Net.Cli.Runs;
using Gan.Net.Dcgan;
using Gan.Net.Losses;
using Gan.Net.Mlp;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Training;

namespace Gan.Net.Cli.Tests.Runs;

public sealed class RunConfigTests
{
    private static readonly RunConfig _plain = new()
    {
        Tool = "1",
        Engine = "2",
        LibTorch = "3",
        Started = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        CommandLine = ["train", "--data", "idx:ä.idx"],
        Data = "idx:ä.idx",
        SampleShape = [1, 28, 28],
        Rounds = 10,
        Epochs = 2,
        Seed = 5,
        Device = "cpu",
        Threads = 6,
        Recipe = Recipes.Dcgan,
    };

    [Fact]
    public void Json_WrittenAndRead_IsTheSameRun()
    {
        var mlp = new MlpOptions
        {
            Latent = new LatentSpace { Size = 3, Prior = LatentPrior.Uniform },
            SampleShape = [2],
            GeneratorWidths = [5, 6],
            DiscriminatorWidths = [7],
            GeneratorSlope = 0.01,
            DiscriminatorSlope = 0.02,
            OutputScale = 2.5,
            Seed = 9,
        };
        var dcgan = new DcganOptions { ImageSize = 32, Channels = 2, Width = 8, DiscriminatorSlope = 0.1, Latent = new LatentSpace { Size = 4 }, Seed = 8 };
        var config = _plain with { Mlp = mlp, Dcgan = dcgan };

        var read = RoundTrip(config);

        Assert.Equal(Write(config), Write(read));
        Assert.Equal(dcgan, read.Dcgan);
        Assert.Equal(mlp.Latent, read.Mlp!.Latent);
        Assert.Equal(mlp.GeneratorWidths, read.Mlp.GeneratorWidths);
        Assert.Equal(config.CommandLine, read.CommandLine);
    }

    // Whatever a game's rules can be made of; a kind that the tool cannot write down would be lost to the run's folder.
    [Fact]
    public void Json_EveryKindOfSetting_IsWrittenAndReadBack()
    {
        var trainer = new GanTrainerOptions
        {
            Seed = 9,
            Update = UpdateRule.Simultaneous,
            GradientAccumulation = 2,
            NumericPolicy = NumericPolicy.SkipStep(7),
            DiscriminatorWarmUp = new StepWarmUp { Steps = 3, EveryRounds = null },
            GeneratorOptimizer = new AdamSettings { LearningRate = new WarmUpSchedule { Target = new LinearSchedule { From = 1, To = .5, Over = 9 }, Over = 5, From = .1 }, WeightDecay = .2 },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = ((Schedule)3.0).Then(4, new CosineSchedule { From = 2, To = 1, Over = 6 }), Momentum = .5 },
            Regularizers = [.. Kinds<IRegularizer>()],
            Augmentations = [.. Kinds<IAugmentation>()],
            BeforeGeneratorStep = [.. Kinds<IBeforeStep>()],
            AfterDiscriminatorStep = [.. Kinds<IAfterStep>()],
            Ema = new EmaSettings { HalfLife = 5, RampUp = null },
        };
        foreach (var loss in Kinds<IAdversarialLoss>())
        {
            foreach (var optimizer in Kinds<OptimizerSettings>())
            {
                var config = _plain with { Recipe = Recipes.PacGan2D with { Trainer = trainer with { Loss = loss, GeneratorOptimizer = optimizer } } };

                AssertSame(config.Recipe, RoundTrip(config).Recipe);
            }
        }

        AssertSame(Recipes.R3Gan with { Trainer = trainer }, RoundTrip(_plain with { Recipe = Recipes.R3Gan with { Trainer = trainer } }).Recipe);
    }

    [Fact]
    public void Json_EveryRecipe_IsWrittenAndReadBack() =>
        Assert.All(Recipes.All, recipe => AssertSame(recipe, RoundTrip(_plain with { Recipe = recipe }).Recipe));

    [Theory]
    [InlineData("\"shape\": \"linear\"", "\"shape\": \"square\"", "No schedule has the shape 'square'.")]
    [InlineData("\"SkipStep(7)\"", "\"Ignore\"", "No numeric policy is called 'Ignore'.")]
    [InlineData("\"device\": \"cpu\"", "\"device\": \"\"", "A device is not known; it must be cpu, cuda, or cuda:0 and so on.")]
    [InlineData("\"device\": \"cpu\"", "\"device\": \"cuda:\"", "A device is not known; it must be cpu, cuda, or cuda:0 and so on.")]
    public void Json_WhatNoToolWrote_IsAnError(string written, string broken, string sentence)
    {
        var text = Write(_plain with
        {
            Recipe = Recipes.SnGan with { Trainer = Recipes.SnGan.Trainer with { NumericPolicy = NumericPolicy.SkipStep(7) } },
        });
        Assert.Contains(written, text, StringComparison.Ordinal);

        var failure = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text.Replace(written, broken, StringComparison.Ordinal), RunConfigJson.Run));

        Assert.StartsWith(sentence, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Rewind_IsThePolicyThatWasWritten()
    {
        var policy = NumericPolicy.Rewind(skipBatches: 7, every: 5, most: 2);
        var recipe = _plain.Recipe with { Trainer = _plain.Recipe.Trainer with { NumericPolicy = policy, FakeConditions = new UniformConditions() } };

        var read = RoundTrip(_plain with { Recipe = recipe }).Recipe.Trainer;

        Assert.Equal(policy.ToString(), read.NumericPolicy.ToString());
        Assert.Equal(new UniformConditions(), read.FakeConditions);
    }

    [Fact]
    public void CreateGenerator_OfAConfigReadBack_HasTheSameParameters()
    {
        var config = _plain with { Dcgan = DcganOptions.Mnist28 with { Width = 4 } };
        using var written = Models.CreateGenerator(config);
        using var read = Models.CreateGenerator(RoundTrip(config));

        Assert.Equal(Shapes(written), Shapes(read));
    }

    private static List<string> Shapes(IGenerator generator) =>
        [.. generator.Module.named_parameters().Select(parameter => $"{parameter.name} [{string.Join(", ", parameter.parameter.shape)}]")];

    private static IEnumerable<T> Kinds<T>() => typeof(T).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
        .Select(type => (T)Activator.CreateInstance(type)!);

    // Records that hold sequences are not equal by value; what they show is.
    private static void AssertSame(Recipe expected, Recipe actual)
    {
        Assert.Equal(Shown(expected), Shown(actual));
        Assert.NotEqual(Shown(expected), Shown(actual with { Trainer = actual.Trainer with { Seed = 77 } }));
    }

    private static string Shown(Recipe recipe)
    {
        var shown = new RunSettings().Add("recipe", recipe with { Trainer = new() });
        foreach (var property in typeof(GanTrainerOptions).GetProperties())
        {
            shown.Add(property.Name, property.GetValue(recipe.Trainer));
        }

        return string.Join('\n', shown.Values);
    }

    private static RunConfig RoundTrip(RunConfig config) => JsonSerializer.Deserialize(Write(config), RunConfigJson.Run)!;

    // A run of a machine with CUDA can be read, and sampled, on one without.
    [Theory]
    [InlineData("cuda")]
    [InlineData("cuda:1")]
    public void Json_DeviceOfAnotherMachine_IsRead(string name)
    {
        var text = Write(_plain).Replace("\"device\": \"cpu\"", $"\"device\": \"{name}\"", StringComparison.Ordinal);

        var read = JsonSerializer.Deserialize(text, RunConfigJson.Run)!;

        Assert.Equal(name, read.Recipe.Trainer.Device.ToString());
    }

    private static string Write(RunConfig config) => JsonSerializer.Serialize(config, RunConfigJson.Run);
}
