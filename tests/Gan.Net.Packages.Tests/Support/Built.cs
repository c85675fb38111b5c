using System.Reflection;

namespace Gan.Net.Packages.Tests.Support;

/// <summary>What the running build made. Its programs lie beside this one: <c>bin/PROJECT/CONFIGURATION</c>.</summary>
internal static class Built
{
    private static readonly DirectoryInfo _own = new(AppContext.BaseDirectory);

    /// <summary>"Release" or "Debug".</summary>
    public static string Configuration => _own.Name == "release" ? "Release" : "Debug";

    /// <summary>The version that the packages carry.</summary>
    public static string Version =>
        typeof(IGenerator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The folder of a built project's files.</summary>
    public static string OutputOf(string project) => Path.Combine(_own.Parent!.Parent!.FullName, project, _own.Name);
}
