using System.Reflection;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

/// <summary>What every regularizer of the library promises; new ones are found by themselves.</summary>
public sealed class RegularizerContractTests
{
    public static TheoryData<IRegularizer> All => [.. AllRegularizers.Both];

    public static TheoryData<IRegularizer, Clause<IRegularizer>> Promises => Matrix.Of(AllRegularizers.Both, PenaltyContract.Clauses);

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
    [MemberData(nameof(Promises))]
    public void Penalty_Clause_IsKept(IRegularizer penalty, Clause<IRegularizer> clause) => clause.Check(penalty);

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Term_OnADevice_IsThatOfTheCpu(string deviceName)
    {
        foreach (var regularizer in AllRegularizers.Both)
        {
            Assert.Equal(Terms(regularizer, "cpu"), Terms(regularizer, deviceName));
        }

        static string Terms(IRegularizer regularizer, string place)
        {
            using var scope = NewDisposeScope();
            using var game = new PenaltyGame(device: device(place));
            var terms = new List<Tensor>();
            if (regularizer is IDiscriminatorRegularizer forDiscriminator)
            {
                terms.Add(game.ForDiscriminator(forDiscriminator).mean());
            }

            if (regularizer is IGeneratorRegularizer forGenerator)
            {
                terms.Add(game.ForGenerator(forGenerator).mean());
            }

            Assert.All(terms, term => Assert.Equal(device(place).type, term.device_type));
            return string.Join(' ', terms.Select(term => term.ToDouble().ToString("G6", System.Globalization.CultureInfo.InvariantCulture)).Prepend(regularizer.GetType().Name));
        }
    }

    // Its running means are constants to the gradient; for differences they must be constants too.
    [Fact]
    public void ForDiscriminator_LeCamWithMeansThatStay_HasTheGradientOfDifferences()
    {
        using var scope = NewDisposeScope();
        using var game = new PenaltyGame();
        game.State.Set("real", tensor(.4));
        game.State.Set("fake", tensor(-.2));
        game.State.Set("weight", tensor(1.0));

        Assert.Null(FiniteDifferences.Compare(game.Critic.Module.parameters(), () => game.ForDiscriminator(new LeCamPenalty { Decay = 1 })));
    }
}
