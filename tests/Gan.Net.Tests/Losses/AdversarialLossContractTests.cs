using Gan.Net.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Losses;

/// <summary>What every loss of the library promises; new ones are found by themselves.</summary>
public sealed class AdversarialLossContractTests
{
    public static TheoryData<IAdversarialLoss> Losses => new(All());

    public static TheoryData<IAdversarialLoss, Clause<IAdversarialLoss>> Promises => Matrix.Of([.. All(), .. Variants], LossContract.Clauses);

    [Theory]
    [MemberData(nameof(Promises))]
    public void Loss_Clause_IsKept(IAdversarialLoss loss, Clause<IAdversarialLoss> clause) => clause.Check(loss);

    [Theory]
    [MemberData(nameof(Losses))]
    public void Type_Loss_IsASealedRecordNamedLoss(IAdversarialLoss loss)
    {
        var type = loss.GetType();

        Assert.True(type.IsSealed);
        Assert.EndsWith("Loss", type.Name, StringComparison.Ordinal);
        Assert.Equal(loss, Activator.CreateInstance(type));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Validate_NumbersThatAreNone_AreAllNamed(IAdversarialLoss loss)
    {
        var numbers = loss.GetType().GetProperties().Where(property => property.PropertyType == typeof(double)).ToArray();
        Array.ForEach(numbers, number => number.SetValue(loss, double.NaN));

        var problems = new OptionProblems("Options");
        loss.Validate(problems);

        var failure = numbers.Length == 0 ? null : Assert.Throws<ArgumentException>(problems.ThrowIfAny);
        Assert.All(numbers, number => Assert.Contains(number.Name + " must be ", failure!.Message, StringComparison.Ordinal));
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Value_OnADevice_IsThatOfTheCpu(string deviceName)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3, CPU);
        var (real, fake) = (randn(6, generator: random), randn(6, generator: random));
        var (realThere, fakeThere) = (real.to(device(deviceName)), fake.to(device(deviceName)));
        foreach (var loss in All().Concat(Variants).Where(loss => loss is not IRandomizedLoss))
        {
            Assert.Equal(loss.ForDiscriminator(real, fake).mean().ToSingle(), loss.ForDiscriminator(realThere, fakeThere).mean().ToSingle(), 1e-5f);
            Assert.Equal(loss.ForGenerator(real, fake).mean().ToSingle(), loss.ForGenerator(realThere, fakeThere).mean().ToSingle(), 1e-5f);
        }
    }

    // Judges whose gradients no table has.
    private static IAdversarialLoss[] Variants =>
        [new RelativisticAverageLoss { Judge = LeastSquaresLoss.Relativistic }, new RelativisticAverageLoss { Judge = new HingeLoss() }];

    private static IEnumerable<IAdversarialLoss> All() => typeof(IAdversarialLoss).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(IAdversarialLoss)) && !type.IsAbstract)
        .Select(type => (IAdversarialLoss)Activator.CreateInstance(type)!);
}
