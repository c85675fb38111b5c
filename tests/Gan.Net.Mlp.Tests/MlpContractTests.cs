using Gan.Net.Conditional;
using Gan.Net.Layers;
using Gan.Net.Testing;

namespace Gan.Net.Mlp.Tests;

/// <summary>What every model promises, for the MLP and for what the core wraps around any model. A model that is not in the lists fails the last test.</summary>
public sealed class MlpContractTests
{
    private static readonly MlpOptions _plain = MlpOptions.Ring;
    private static readonly MlpOptions _labelled = MlpOptions.Ring with { Classes = 3 };

    private static readonly Dictionary<string, Func<IGenerator>> _generators = new()
    {
        ["MlpGenerator"] = () => new MlpGenerator(_plain),
        ["MlpGenerator with classes"] = () => new MlpGenerator(_labelled),
        ["LabelledGenerator"] = () => LabelledGenerator.OfClass(new MlpGenerator(_labelled), 1),
    };

    private static readonly Dictionary<string, Func<IDiscriminator>> _discriminators = new()
    {
        ["MlpDiscriminator"] = () => new MlpDiscriminator(_plain),
        ["MlpDiscriminator with classes"] = () => new MlpDiscriminator(_labelled),
        ["PackedDiscriminator"] = () => new PackedDiscriminator(new MlpDiscriminator(_plain with { SampleShape = [4] })),
        ["ProjectionDiscriminator"] = () => new ProjectionDiscriminator(new MlpDiscriminator(_plain), 3),
        ["ProjectionDiscriminator, spectral"] = () => new ProjectionDiscriminator(new MlpDiscriminator(_plain), 3, WeightNorm.Spectral),
        ["AuxiliaryDiscriminator of classes"] = () => AuxiliaryDiscriminator.ForClasses(new MlpDiscriminator(_plain), 3),
        ["AuxiliaryDiscriminator of codes"] = () => AuxiliaryDiscriminator.ForCodes(new MlpDiscriminator(_plain), new LatentCodes { Categories = [3], Continuous = 1 }),
    };

    public static TheoryData<string, Clause<GeneratorSubject>> OfGenerators => Matrix.Of(_generators.Keys, GeneratorContract.Clauses);

    public static TheoryData<string, Clause<DiscriminatorSubject>> OfDiscriminators => Matrix.Of(_discriminators.Keys, DiscriminatorContract.Clauses);

    [Theory]
    [MemberData(nameof(OfGenerators))]
    public void Generator_Clause_IsKept(string name, Clause<GeneratorSubject> clause) => clause.Check(new GeneratorSubject { Create = _generators[name], SampleShape = [2] });

    [Theory]
    [MemberData(nameof(OfDiscriminators))]
    public void Discriminator_Clause_IsKept(string name, Clause<DiscriminatorSubject> clause) =>
        clause.Check(new DiscriminatorSubject { Create = _discriminators[name], SampleShape = [2] });

    [Fact]
    public void Models_OfTheLibrary_AreAllInTheLists()
    {
        var models = new[] { typeof(IGenerator).Assembly, typeof(MlpGenerator).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsInterface && (type.IsAssignableTo(typeof(IGenerator)) || type.IsAssignableTo(typeof(IDiscriminator))))
            .Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(models, _generators.Keys.Concat(_discriminators.Keys).Select(name => name.Split(' ', ',')[0]).Distinct().Order(StringComparer.Ordinal));
    }
}
