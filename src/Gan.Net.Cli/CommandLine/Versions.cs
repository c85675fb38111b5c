using System.Reflection;
using static TorchSharp.torch;

namespace Gan.Net.Cli.CommandLine;

/// <summary>What this tool is made of.</summary>
internal static class Versions
{
    /// <summary>The tool's own version, such as "0.1.0".</summary>
    public static string Tool => Of(typeof(Versions).Assembly);

    /// <summary>The engine: "TorchSharp 0.107.0".</summary>
    public static string Engine => $"{typeof(Tensor).Assembly.GetName().Name} {Of(typeof(Tensor).Assembly)}";

    /// <summary>The version of libtorch below it.</summary>
    public static string LibTorch => __version__;

    private static string Of(Assembly assembly)
    {
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "?";
        return version.Split('+')[0];
    }
}
