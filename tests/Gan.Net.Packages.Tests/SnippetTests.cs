using Gan.Net.Packages.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Net.Packages.Tests;

/// <summary>C# in Markdown compiles. A snippet without any <c>using</c> line gets all of Gan.Net's namespaces; one with has to name what it needs.</summary>
public sealed class SnippetTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions _language = new(LanguageVersion.Latest);

    private static readonly Lazy<List<MetadataReference>> _references = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Gan.Net.Packages.Tests", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    public static TheoryData<string> Places() => [.. Snippet.All().Select(snippet => $"{snippet.File}:{snippet.Line}").DefaultIfEmpty("none")];

    [Theory]
    [MemberData(nameof(Places))]
    public void Snippet_InMarkdown_Compiles(string place)
    {
        foreach (var snippet in Snippet.All().Where(snippet => $"{snippet.File}:{snippet.Line}" == place))
        {
            var errors = Compile(snippet.Code).Where(problem => problem.Severity == DiagnosticSeverity.Error).ToList();
            Assert.True(errors.Count == 0, $"{place} does not compile:\n{string.Join('\n', errors)}\n\n{snippet.Code}");
        }
    }

    [Fact]
    public void Compile_UnknownName_IsAnError() => Assert.Contains(Compile("NoSuchType.Call();"), problem => problem.Id == "CS0103");

    private static IEnumerable<Diagnostic> Compile(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, _language);
        var root = tree.GetCompilationUnitRoot();
        var usings = root.Usings.Count > 0 ? ImplicitUsings : ImplicitUsings + string.Concat(Namespaces().Select(name => $"\nglobal using {name};"));
        var kind = root.Members.OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return CSharpCompilation.Create(
                "Snippet",
                [tree, CSharpSyntaxTree.ParseText(usings, _language)],
                _references.Value,
                new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable))
            .GetDiagnostics();
    }

    private static IEnumerable<string> Namespaces() =>
        new[] { "Gan.Net", "Gan.Net.Mlp", "Gan.Net.Dcgan", "Gan.Net.Data", "Gan.Net.Evaluation", "Gan.Net.Features", "Gan.Net.Imaging", "Gan.Net.Monitoring", "Gan.Net.Reporting", "Gan.Net.Testing" }
            .SelectMany(package => System.Reflection.Assembly.Load(package).GetExportedTypes())
            .Select(type => type.Namespace!)
            .Append("TorchSharp")
            .Distinct();
}
