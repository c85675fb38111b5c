namespace Gan.Net.Packages.Tests.Support;

/// <summary>
/// The repository's packages in a fresh folder, and beside it a package cache that holds no Gan.Net: what a second project restores is
/// what was packed now. Packages of others are linked from the user's cache, so that nothing is downloaded twice.
/// </summary>
public sealed class PackedRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PackedRepository()
    {
        Pack();
    }

    internal string Packages => _folder.At("packages");

    /// <summary>An empty folder whose NuGet sources are the packages and the machine's own.</summary>
    internal string NewProjectFolder(string name)
    {
        var folder = _folder.At(name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{_folder.At("cache")}" />
              </config>
              <packageSources>
                <add key="packed" value="{Packages}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    public void Dispose() => _folder.Dispose();

    private void Pack()
    {
        Shell.Succeed(
            RepositoryFiles.Root,
            "dotnet", "pack", "Gan.Net.sln", "--no-build", "--configuration", Built.Configuration, "--output", Packages);

        var cache = Directory.CreateDirectory(_folder.At("cache")).FullName;
        var shared = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Directory.EnumerateDirectories(shared).Where(path => !Path.GetFileName(path).StartsWith("gan.net", StringComparison.OrdinalIgnoreCase)))
        {
            Directory.CreateSymbolicLink(Path.Combine(cache, Path.GetFileName(package)), package);
        }
    }
}
