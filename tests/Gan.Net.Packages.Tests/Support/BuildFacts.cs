using System.Reflection;

namespace Gan.Net.Packages.Tests.Support;

/// <summary>How the running build was made: engine, configuration, version.</summary>
internal static class BuildFacts
{
    public static string Configuration => Read(nameof(Configuration));

    public static string TorchBackend => Read(nameof(TorchBackend));

    public static string TorchDevice => Read(nameof(TorchDevice));

    public static bool IsLibTorch => TorchBackend == "LibTorch";

    /// <summary>False when the engine is a bare assembly (<c>TorchSharpAssembly</c>): no package could name it.</summary>
    public static bool CanPack => Read("TorchEngineKey") != "torchsharp-local";

    public static string PackageVersion => Read("VersionPrefix") + (IsLibTorch ? "-libtorch" : "");

    /// <summary>The folder of a built project's files.</summary>
    public static string OutputOf(string project) =>
        Path.Combine(Read("ArtifactsPath"), "bin", project, Configuration.ToLowerInvariant());

    private static string Read(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value!;
}
