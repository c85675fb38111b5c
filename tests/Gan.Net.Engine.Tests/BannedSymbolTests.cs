using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Net.Engine.Tests;

/// <summary>
/// The list that the compiler holds src to: a name that TorchSharp does not have bans nothing, and an overload added by an upgrade is not banned.
/// </summary>
public sealed class BannedSymbolTests
{
    // Families of which only some forms are traps.
    private static readonly string[] _inPart = ["var_mean", "elu_", "tensordot", "cross"];

    private static readonly string[] _lines = File.ReadAllLines(RepositoryFiles.At("src", "BannedSymbols.txt"));

    private static readonly CSharpCompilation _compilation = CSharpCompilation.Create("banned", references:
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)));

    [Fact]
    public void Lines_NameMembersAndSayWhatToUse()
    {
        Assert.True(_lines.Length > 100);
        Assert.All(_lines, line => Assert.Matches(@"^M:TorchSharp\.[^;]+;[A-Z].+\.$", line));
        Assert.Equal(_lines.Order(StringComparer.Ordinal), _lines);
        Assert.Distinct(_lines.Select(Name));
    }

    [Fact]
    public void Symbols_AreThoseOfTheEngine() =>
        Assert.All(_lines.Select(Name), name => Assert.IsAssignableFrom<IMethodSymbol>(DocumentationCommentId.GetFirstSymbolForDeclarationId(name, _compilation)));

    [Fact]
    public void Overloads_OfBannedMethods_AreBanned()
    {
        var banned = _lines.Select(line => DocumentationCommentId.GetFirstSymbolForDeclarationId(Name(line), _compilation)!).ToHashSet(SymbolEqualityComparer.Default);
        var families = banned.Select(symbol => (symbol!.ContainingType, symbol.Name)).Distinct().Where(family => !_inPart.Contains(family.Name));
        var forgotten = families.SelectMany(family => family.ContainingType.GetMembers(family.Name)).Where(member => member.DeclaredAccessibility == Accessibility.Public && !banned.Contains(member));

        Assert.Empty(forgotten.Select(member => member.ToDisplayString()));
    }

    // The analyzer runs where the build says so: src alone, since tests try the traps.
    [Fact]
    public void Projects_OfTheLibrary_TakeTheList() =>
        Assert.Contains("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory)BannedSymbols.txt\"", File.ReadAllText(RepositoryFiles.At("src", "Directory.Build.props")), StringComparison.Ordinal);

    private static string Name(string line) => line.Split(';')[0];
}
