using Gan.Net.Testing;

namespace Gan.Net.Dcgan.Tests;

/// <summary>What every model promises, for the DCGAN in its kinds.</summary>
public sealed class DcganContractTests
{
    private static readonly long[] _shape = [3, 16, 16];

    private static readonly Dictionary<string, DcganOptions> _kinds = new()
    {
        ["batch norm"] = new() { ImageSize = 16, Width = 4 },
        ["no norm"] = new() { ImageSize = 16, Width = 4, DiscriminatorNorm = Norm.None },
        ["labels beside the input"] = new() { ImageSize = 16, Width = 4, Classes = 3 },
        ["labels in batch norms"] = new() { ImageSize = 16, Width = 4, Classes = 3, GeneratorLabels = DcganLabels.BatchNorm },
    };

    public static TheoryData<string, Clause<GeneratorSubject>> OfGenerators => Matrix.Of(_kinds.Keys, GeneratorContract.Clauses);

    public static TheoryData<string, Clause<DiscriminatorSubject>> OfDiscriminators => Matrix.Of(_kinds.Keys, DiscriminatorContract.Clauses);

    [Theory]
    [MemberData(nameof(OfGenerators))]
    public void Generator_Clause_IsKept(string kind, Clause<GeneratorSubject> clause) =>
        clause.Check(new GeneratorSubject { Create = () => new DcganGenerator(_kinds[kind]), SampleShape = _shape });

    [Theory]
    [MemberData(nameof(OfDiscriminators))]
    public void Discriminator_Clause_IsKept(string kind, Clause<DiscriminatorSubject> clause) =>
        clause.Check(new DiscriminatorSubject { Create = () => new DcganDiscriminator(_kinds[kind]), SampleShape = _shape });
}
