namespace Gan.Net.Data.Tests.Support;

/// <summary>A test of published data that not every machine has: a path below the folder <c>shared</c> beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string path)
    {
        if (!File.Exists(PathOf(path)) && !Directory.Exists(PathOf(path)))
        {
            Skip = $"There is no ../shared/{path}.";
        }
    }

    public static string PathOf(string path) => Path.GetFullPath(RepositoryFiles.At("..", "shared", path));
}
