using System.Reflection;
using Gan.Net.Augmentations;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

/// <summary>What every regularizer of the library promises; new ones are found by themselves.</summary>
public sealed class RegularizerContractTests
{
    public static TheoryData<IRegularizer> All => new(AllRegularizers.Both);

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

    private static readonly IRegularizer[] _papers =
    [
        new AuxiliaryClassPenalty { DiscriminatorWeight = 1, GeneratorWeight = 1, Classified = PassInputs.Real | PassInputs.Fake },
        new BalancedConsistencyPenalty { RealWeight = 10, FakeWeight = 10, Augmentation = new FlipShiftAugmentation() },
        new ConsistencyPenalty { Weight = 10, Augmentation = new FlipShiftAugmentation() },
        new DraganPenalty { Weight = 10, Target = 1, Noise = .5 },
        new FeatureMatchingPenalty { Weight = 1 },
        new LatentConsistencyPenalty { DiscriminatorWeight = 5, GeneratorWeight = .5, Deviation = .03 },
        new LeCamPenalty { Weight = .3, Decay = .99 },
        new ModeSeekingPenalty { Weight = 1 },
        new MutualInformationPenalty { Weight = 1 },
        new OrthogonalPenalty { DiscriminatorWeight = 0, GeneratorWeight = 1e-4 },
        new R1Penalty { Gamma = 10 },
        new R2Penalty { Gamma = 10 },
        new WganGpPenalty { Weight = 10, Target = 1, Sides = PenaltySides.Two },
    ];

    [Fact]
    public void Create_Defaults_AreThePapersAtEveryStep()
    {
        Assert.Equal(AllRegularizers.Both.Select(regularizer => regularizer.GetType()).OrderBy(type => type.Name), _papers.Select(penalty => penalty.GetType()));
        Assert.All(_papers, penalty => Assert.Equal(penalty, Activator.CreateInstance(penalty.GetType())));
        Assert.All(_papers, penalty => Assert.Equal(1, penalty.Every));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Term_SamplesStoredInAnotherOrder_IsTheSame(IRegularizer regularizer) => Assert.Equal(Terms(regularizer, 5), Terms(regularizer, 5, turned: true), new Near(1e-12));

    [Theory]
    [MemberData(nameof(All))]
    public void Term_OneSample_IsFinite(IRegularizer regularizer) => Assert.All(Terms(regularizer, 1), term => Assert.True(double.IsFinite(term)));

    // The terms and, added up, their gradients by all weights.
    private static double[] Terms(IRegularizer regularizer, long count, bool turned = false)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(33, CPU);
        Tensor Stored(Tensor samples) => turned ? samples.transpose(0, -1).contiguous().transpose(0, -1) : samples;
        using var game = new PenaltyGame(
            new SmoothCritic(16) { Classes = 3 },
            new SmoothGenerator([1, 4, 4]) { Classes = 3, Latent = new LatentSpace { Size = 3, Codes = PenaltyGame.Codes } },
            Stored(randn(count, 1, 4, 4, dtype: ScalarType.Float64, generator: random)),
            Stored(randn(count, 3, dtype: ScalarType.Float64, generator: random)));
        var terms = new List<Tensor>();
        if (regularizer is IDiscriminatorRegularizer forDiscriminator)
        {
            terms.Add(game.ForDiscriminator(forDiscriminator).mean());
        }

        if (regularizer is IGeneratorRegularizer forGenerator)
        {
            terms.Add(game.ForGenerator(forGenerator).mean());
        }

        terms.ForEach(term => term.backward());
        var gradients = game.Critic.Module.parameters().Concat(game.Generator.Module.parameters()).Select(parameter => parameter.grad?.sum().ToDouble() ?? 0);
        return [.. terms.Select(term => term.ToDouble()), .. gradients];
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
