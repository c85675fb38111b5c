namespace Gan.Net.Packages.Tests.Support;

/// <summary>One <c>```csharp</c> fence of a Markdown file.</summary>
internal sealed record Snippet(string File, int Line, string Code)
{
    /// <summary>All C# fences below the repository's root, except those marked <c>```csharp no-compile</c>.</summary>
    public static IEnumerable<Snippet> All() => MarkdownFiles().SelectMany(In);

    private static IEnumerable<string> MarkdownFiles() =>
        Directory.EnumerateFiles(RepositoryFiles.Root, "*.md")
            .Concat(new[] { "docs", "src", "samples" }
                .Select(folder => RepositoryFiles.At(folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<Snippet> In(string path)
    {
        var lines = System.IO.File.ReadAllLines(path);
        var name = Path.GetRelativePath(RepositoryFiles.Root, path);
        for (var line = 0; line < lines.Length; line++)
        {
            var fence = lines[line].Trim();
            if (!fence.StartsWith("```csharp", StringComparison.Ordinal) && !fence.StartsWith("```cs ", StringComparison.Ordinal) && fence != "```cs")
            {
                continue;
            }

            var start = line + 1;
            var end = Array.FindIndex(lines, start, text => text.Trim() == "```");
            Assert.True(end > 0, $"{name}:{start}: the fence is not closed.");
            if (!fence.EndsWith("no-compile", StringComparison.Ordinal))
            {
                yield return new Snippet(name, start, string.Join('\n', lines[start..end]));
            }

            line = end;
        }
    }
}
