namespace Gan.Net.TestSupport;

/// <summary>Finds the repository's files from a test's output folder. Linked into every test project.</summary>
internal static class RepositoryFiles
{
    /// <summary>The repository's root: the nearest folder upwards that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The absolute path of a file in <c>tests/Fixtures</c>.</summary>
    public static string Fixture(params string[] parts) => Path.Combine([Root, "tests", "Fixtures", .. parts]);

    /// <summary>The absolute path of a file or folder in the repository.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gan.Net.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds Gan.Net.sln. Run the tests from a checkout.");
    }
}
