namespace Gan.Net.Features.Tests.Support;

/// <summary>A test that trains on MNIST for a minute or more: runs where GANNET_LONG is 1 and the data lies in <c>shared</c> beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongMnistFactAttribute : FactAttribute
{
    public LongMnistFactAttribute() => Skip = Environment.GetEnvironmentVariable("GANNET_LONG") != "1" ? "Takes minutes. Set GANNET_LONG=1 to run it."
        : Directory.Exists(Folder) ? null
        : "There is no ../shared/data/mnist.";

    public static string Folder => Path.GetFullPath(RepositoryFiles.At("..", "shared", "data", "mnist"));
}
