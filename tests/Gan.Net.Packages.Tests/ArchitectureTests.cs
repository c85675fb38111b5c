using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Net.Packages.Tests;

/// <summary>Which project may see which, and which part of the core may see which. A new project that is not in the table is a family of models.</summary>
public sealed class ArchitectureTests
{
    private const string Core = "Gan.Net";

    private static readonly string[] _family = [Core, "Gan.Net.Features"];

    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        [Core] = [],
        ["Gan.Net.Imaging"] = [Core],
        ["Gan.Net.Features"] = [Core],
        ["Gan.Net.Monitoring"] = [Core],
        ["Gan.Net.Export"] = [Core],
        ["Gan.Net.Distributed"] = [Core],
        ["Gan.Net.Testing"] = [Core],
        ["Gan.Net.Data"] = [Core, "Gan.Net.Imaging"],
        ["Gan.Net.Reporting"] = [Core, "Gan.Net.Imaging", "Gan.Net.Monitoring"],
        ["Gan.Net.Evaluation"] = [Core, "Gan.Net.Features"],
    };

    private static readonly string[] _programs = ["Gan.Net.Cli", "Gan.Net.Playground"];

    public static TheoryData<string> Libraries() => [.. Projects().Except(_programs)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void ProjectReferences_OfLibrary_PointDown(string project) =>
        Assert.Empty(References(project).Except(Allowed(project)));

    [Fact]
    public void References_OfCore_AreTheEngineAndLogging() => Assert.Equal(
        ["Microsoft.Extensions.Logging.Abstractions", "TorchSharp"],
        Assembly.Load(Core).GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Training_InCore_NamesNothingOfCheckpoints() => Assert.Empty(
        Directory.EnumerateFiles(RepositoryFiles.At("src", Core, "Training"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Names(File.ReadAllText(file)).Contains("Checkpoints"))
            .Select(Path.GetFileName));

    [Theory]
    [InlineData("using Gan.Net.Checkpoints;")]
    [InlineData("class A { Checkpoints.B _b; }")]
    [InlineData("/// <see cref=\"Checkpoints.B\"/>\nclass A;")]
    public void Names_OfCodeThatUsesANamespace_HoldIt(string code) => Assert.Contains("Checkpoints", Names(code));

    // Names in the code and in the references of its documentation.
    private static IEnumerable<string> Names(string code) =>
        CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse)).GetRoot()
            .DescendantNodes(descendIntoTrivia: true)
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText);

    // Runs lists every family and data format, so it sees all but the programs.
    private static IEnumerable<string> Allowed(string project) =>
        project == "Gan.Net.Runs" ? Projects().Except(_programs) : _allowed.GetValueOrDefault(project, _family);

    private static IEnumerable<string> Projects() => Directory.EnumerateDirectories(RepositoryFiles.At("src")).Select(folder => Path.GetFileName(folder)!);

    private static IEnumerable<string> References(string project)
    {
        var file = RepositoryFiles.At("src", project, project + ".csproj");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            : [];
    }
}
