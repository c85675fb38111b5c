using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Net.Packages.Tests;

/// <summary>
/// Dispose scopes belong to a thread: what is awaited, or yielded, inside one may go on elsewhere, and tensors are left behind without a
/// word. The library's sources do neither.
/// </summary>
public sealed class DisposeScopeTests
{
    [Fact]
    public void Sources_OfTheLibrary_LeaveNoScopeOpenOverAnAwaitOrAYield()
    {
        var files = Directory.GetFiles(RepositoryFiles.At("src"), "*.cs", SearchOption.AllDirectories);
        var texts = files.Select(path => (path, Text: File.ReadAllText(path))).ToList();

        Assert.True(texts.Count(file => file.Text.Contains("NewDisposeScope()", StringComparison.Ordinal)) > 30);
        Assert.Contains(texts, file => file.Text.Contains("await ", StringComparison.Ordinal));
        Assert.Empty(texts.SelectMany(file => Breaches(file.Text).Select(line => $"{file.path}({line})")));
    }

    [Theory]
    [InlineData("async Task F() { using var scope = NewDisposeScope(); await G(); }", 1)]
    [InlineData("async Task F() { using (var scope = torch.NewDisposeScope()) { if (x) { await G(); } } }", 1)]
    [InlineData("async Task F() { using (NewDisposeScope()) await G(); }", 1)]
    [InlineData("async Task F() { using var scope = NewDisposeScope(); await foreach (var x in xs) { } }", 1)]
    [InlineData("async Task F() { using var scope = NewDisposeScope(); await using var y = G(); }", 1)]
    [InlineData("IEnumerable<int> F() { using var scope = NewDisposeScope(); yield return 1; }", 1)]
    [InlineData("async Task F() { var scope = NewDisposeScope(); try { await G(); } finally { scope.Dispose(); } }", 1)]
    [InlineData("async Task F() { await G(); using var scope = NewDisposeScope(); H(); }", 0)]
    [InlineData("async Task F() { using (NewDisposeScope()) { H(); } await G(); }", 0)]
    [InlineData("async Task F() { { using var scope = NewDisposeScope(); H(); } await G(); }", 0)]
    [InlineData("void F() { using var scope = NewDisposeScope(); H(async () => await G()); }", 0)]
    [InlineData("async Task F() { await G(() => { using var scope = NewDisposeScope(); H(); }); }", 0)]
    public void Breaches_OfASnippet_AreSeen(string method, int breaches) =>
        Assert.Equal(breaches, Breaches($"class C {{ {method} }}").Count());

    // The lines of awaits and yields that an open scope reaches.
    private static IEnumerable<int> Breaches(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return root.DescendantNodes().Where(Leaves).Where(IsInAScope).Select(node => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1);
    }

    private static bool Leaves(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => true,
        YieldStatementSyntax yield => yield.ReturnOrBreakKeyword.IsKind(SyntaxKind.ReturnKeyword),
        CommonForEachStatementSyntax loop => !loop.AwaitKeyword.IsKind(SyntaxKind.None),
        LocalDeclarationStatementSyntax local => !local.AwaitKeyword.IsKind(SyntaxKind.None),
        UsingStatementSyntax use => !use.AwaitKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };

    private static bool IsInAScope(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null && !IsFunction(parent); (child, parent) = (parent, parent.Parent))
        {
            var opened = parent switch
            {
                UsingStatementSyntax use => child == use.Statement && MakesScope((SyntaxNode?)use.Declaration ?? use.Expression),
                BlockSyntax block => block.Statements.TakeWhile(statement => statement != child).OfType<LocalDeclarationStatementSyntax>().Any(MakesScope),
                _ => false,
            };
            if (opened)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;

    private static bool MakesScope(SyntaxNode? node) => node?.DescendantNodesAndSelf(inside => !IsFunction(inside)).OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is SimpleNameSyntax { Identifier.Text: "NewDisposeScope" } or MemberAccessExpressionSyntax { Name.Identifier.Text: "NewDisposeScope" }) == true;
}
