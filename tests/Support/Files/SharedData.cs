namespace Gan.Net.TestSupport;

/// <summary>Published data that not every machine has: the folder <c>shared</c> beside the repository.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file or folder below <c>shared</c>. Skips the test where there is none.</summary>
    public static string At(string path)
    {
        var full = Path.GetFullPath(RepositoryFiles.At("..", "shared", path));
        Assert.SkipUnless(Path.Exists(full), $"There is no ../shared/{path}.");
        return full;
    }
}
