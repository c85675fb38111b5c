using System.Reflection;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

/// <summary>What every regularizer of the library promises; new ones are found by themselves.</summary>
public sealed class RegularizerContractTests
{
    public static TheoryData<IRegularizer> All => [.. AllRegularizers.Both];

    public static TheoryData<IDiscriminatorRegularizer> OfDiscriminators => [.. AllRegularizers.OfDiscriminators];

    public static TheoryData<IGeneratorRegularizer> OfGenerators => [.. AllRegularizers.OfGenerators];

    [Theory]
    [MemberData(nameof(All))]
    public void Type_Regularizer_IsASealedRecordNamedPenalty(IRegularizer regularizer)
    {
        var type = regularizer.GetType();

        Assert.True(type.IsSealed);
        Assert.EndsWith("Penalty", type.Name, StringComparison.Ordinal);
        Assert.Equal(Activator.CreateInstance(type), Activator.CreateInstance(type));
        Assert.True(regularizer is IDiscriminatorRegularizer or IGeneratorRegularizer);
        Assert.DoesNotContain(type.GetRuntimeFields(), field => field.FieldType.IsAssignableTo(typeof(Tensor)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Validate_NumbersThatAreNone_AreAllNamed(IRegularizer regularizer)
    {
        var numbers = regularizer.GetType().GetProperties()
            .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(Schedule)).ToArray();
        foreach (var number in numbers)
        {
            number.SetValue(regularizer, number.PropertyType == typeof(double) ? (object)double.NaN : (Schedule)double.NaN);
        }

        var problems = new OptionProblems("Options");
        regularizer.Validate(problems);

        var failure = Assert.Throws<ArgumentException>(problems.ThrowIfAny);
        Assert.All(numbers, number => Assert.Contains(number.Name + " must be ", failure.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OfDiscriminators))]
    public void ForDiscriminator_Gradient_EqualsFiniteDifferences(IDiscriminatorRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame();
        var still = Still(regularizer, game);

        FiniteDifferences.AssertGradient(game.Critic.Module.parameters(), () => game.ForDiscriminator(still));
    }

    [Theory]
    [MemberData(nameof(OfGenerators))]
    public void ForGenerator_Gradient_EqualsFiniteDifferences(IGeneratorRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame();

        FiniteDifferences.AssertGradient(game.Generator.Module.parameters(), () => game.ForGenerator(regularizer));
    }

    [Theory]
    [MemberData(nameof(OfDiscriminators))]
    public void ForDiscriminator_Gradient_ReachesTheDiscriminatorOnly(IDiscriminatorRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame();

        game.ForDiscriminator(regularizer).mean().backward();

        Assert.Contains(game.Critic.Module.parameters(), parameter => Longest(parameter) > 1e-9);
        Assert.All(game.Generator.Module.parameters(), parameter => Assert.Equal(0, Longest(parameter)));
    }

    [Theory]
    [MemberData(nameof(OfGenerators))]
    public void ForGenerator_Gradient_ReachesTheGenerator(IGeneratorRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame();
        Freeze(game.Critic);

        game.ForGenerator(regularizer).mean().backward();

        Assert.Contains(game.Generator.Module.parameters(), parameter => Longest(parameter) > 1e-9);
        Assert.All(game.Critic.Module.parameters(), parameter => Assert.Equal(0, Longest(parameter)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_OnlyARegularizer_MovesItsPlayersOnly(IRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        using var critic = new SmoothCritic(16, ScalarType.Float32) { Classes = 3 };
        using var generator = new SmoothGenerator([1, 4, 4], ScalarType.Float32) { Classes = 3, Latent = new LatentSpace { Size = 3, Codes = PenaltyGame.Codes } };
        using var source = new NoiseSource(1, 4, 4) { Labelled = true, Classes = 3 };
        using var trainer = new GanTrainer(generator, critic, new GanTrainerOptions
        {
            Loss = new StillLoss(),
            Regularizers = [regularizer],
            GeneratorOptimizer = new SgdSettings { LearningRate = .1 },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = .1 },
        });
        var (criticBefore, generatorBefore) = (Weights.Of(critic), Weights.Of(generator));

        trainer.Fit(source, TrainingLength.Rounds(2));

        AssertMoved(regularizer is IDiscriminatorRegularizer, criticBefore, Weights.Of(critic));
        AssertMoved(regularizer is IGeneratorRegularizer, generatorBefore, Weights.Of(generator));
    }

    [Theory]
    [MemberData(nameof(OfDiscriminators))]
    public void ForDiscriminator_ExtremeLogits_StaysFinite(IDiscriminatorRegularizer regularizer)
    {
        foreach (var factor in new[] { 1e4, -1e4 })
        {
            using var scope = NewDisposeScope();
            using var game = new PenaltyGame(ScalarType.Float32);
            Multiply(((SmoothCritic)game.Critic).Last, factor);

            AssertFinite(game.ForDiscriminator(regularizer), game.Critic);
        }
    }

    [Theory]
    [MemberData(nameof(OfDiscriminators))]
    public void ForDiscriminator_FlatCritic_StaysFinite(IDiscriminatorRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame(ScalarType.Float32);
        Multiply(((SmoothCritic)game.Critic).First, 0);

        AssertFinite(game.ForDiscriminator(regularizer), game.Critic);
    }

    [Theory]
    [MemberData(nameof(OfGenerators))]
    public void ForGenerator_CollapsedGenerator_StaysFinite(IGeneratorRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame(ScalarType.Float32);
        Multiply(((SmoothGenerator)game.Generator).Weight, 0);

        AssertFinite(game.ForGenerator(regularizer), game.Generator.Module);
    }

    [Theory]
    [MemberData(nameof(OfGenerators))]
    public void ForGenerator_ExtremeLogits_StaysFinite(IGeneratorRegularizer regularizer)
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame(ScalarType.Float32);
        Multiply(((SmoothCritic)game.Critic).Last, 1e4);

        AssertFinite(game.ForGenerator(regularizer), game.Generator.Module);
    }

    // Running means are constants to the gradient; for differences they must be constants too.
    private static IDiscriminatorRegularizer Still(IDiscriminatorRegularizer regularizer, PenaltyGame game)
    {
        if (regularizer is not LeCamPenalty leCam)
        {
            return regularizer;
        }

        game.State.Set("real", tensor(.4));
        game.State.Set("fake", tensor(-.2));
        game.State.Set("weight", tensor(1.0));
        return leCam with { Decay = 1 };
    }

    private static void AssertMoved(bool moved, SortedDictionary<string, double[]> before, SortedDictionary<string, double[]> after)
    {
        if (moved)
        {
            Weights.AssertDiffer(before, after);
        }
        else
        {
            Weights.AssertSame(before, after);
        }
    }

    private static void AssertFinite(Tensor term, object module)
    {
        term.mean().backward();
        Assert.True(term.isfinite().all().ToBoolean());
        Assert.All(((nn.Module)module).parameters(), parameter => Assert.True(double.IsFinite(Longest(parameter))));
    }

    private static double Longest(Tensor parameter) => parameter.grad?.abs().max().to(ScalarType.Float64).ToDouble() ?? 0;

    private static void Freeze(IDiscriminator critic)
    {
        foreach (var parameter in critic.Module.parameters())
        {
            parameter.requires_grad = false;
        }
    }

    private static void Multiply(Tensor parameter, double factor)
    {
        using var still = no_grad();
        parameter.mul_(factor);
    }
}
