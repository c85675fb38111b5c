using Gan.Net.Packages.Tests.Support;

namespace Gan.Net.Packages.Tests;

/// <summary>Every sample runs: its first argument is the number of steps.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Samples() =>
        [.. Directory.EnumerateFiles(RepositoryFiles.At("samples"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_FewSteps_ExitsWithZero(string sample)
    {
        using var folder = new TemporaryFolder();

        Shell.Succeed(folder.Path, "dotnet", Path.Combine(Built.OutputOf(sample), sample + ".dll"), "10");
    }
}
