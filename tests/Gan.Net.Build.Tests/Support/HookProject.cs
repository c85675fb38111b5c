using System.Text.Json;
using Gan.Net.Packages.Tests.Support;

namespace Gan.Net.Build.Tests.Support;

/// <summary>A project that imports the target and stands in for the SDK: its packages hold a library made in memory. Restores and compiles nothing.</summary>
internal sealed class HookProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HookProject(byte[] library)
    {
        Directory.CreateDirectory(_folder.At("package"));
        Directory.CreateDirectory(_folder.At("system"));
        File.WriteAllBytes(Package, library);
        File.WriteAllText(_folder.At("hook.proj"), $"""
            <Project>
              <PropertyGroup>
                <IntermediateOutputPath>obj/</IntermediateOutputPath>
                <OutDir>bin/</OutDir>
              </PropertyGroup>
              <Import Project="{RepositoryFiles.At("build", "OldCppRuntime.targets")}" />
              <Target Name="ResolvePackageAssets">
                <ItemGroup>
                  <RuntimeTargetsCopyLocalItems Include="package/libLibTorchSharp.so" NuGetPackageId="TorchSharp" NuGetPackageVersion="1.2.3" PathInPackage="runtimes/linux-x64/native/libLibTorchSharp.so" DestinationSubPath="kept" />
                  <RuntimeTargetsCopyLocalItems Include="package/LibTorchSharp.dll" NuGetPackageId="TorchSharp" NuGetPackageVersion="1.2.3" PathInPackage="runtimes/win-x64/native/LibTorchSharp.dll" />
                  <NativeCopyLocalItems Include="package/libtorch_cpu.so;package/libtorch_python.so" NuGetPackageId="libtorch-cpu-linux-x64" />
                  <NativeCopyLocalItems Include="package/libshm.so" NuGetPackageId="Other" />
                </ItemGroup>
              </Target>
              <Target Name="CopyFilesToOutputDirectory" DependsOnTargets="ResolvePackageAssets" />
            </Project>
            """);
    }

    public string Package => _folder.At("package", "libLibTorchSharp.so");

    public string Copy => _folder.At("obj", "weak", "1.2.3", "libLibTorchSharp.so");

    public string At(params string[] parts) => _folder.At(parts);

    /// <summary>Puts a file where the target looks for the system's C++ library.</summary>
    public void AddSystemFile(string name, string text = "") => File.WriteAllText(_folder.At("system", name), text);

    /// <summary>Puts a copy in place that is up to date, which spares the build two seconds.</summary>
    public void AddCopy()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Copy)!);
        File.WriteAllBytes(Copy, []);
    }

    /// <summary>Builds, and returns what the build printed.</summary>
    public string Build(params string[] options) =>
        Shell.Succeed(_folder.Path, "dotnet", ["msbuild", "hook.proj", "-nologo", "-tl:off", "-t:CopyFilesToOutputDirectory", $"-p:TorchSharpCppRuntimeFolder={_folder.At("system")}", .. options]);

    /// <summary>Builds, and returns the native files of the program in both lists: package, file relative to the project, destination.</summary>
    public string[] NativeFiles(params string[] options)
    {
        using var items = JsonDocument.Parse(Build(["-getItem:RuntimeTargetsCopyLocalItems,NativeCopyLocalItems", .. options]));
        return [.. items.RootElement.GetProperty("Items").EnumerateObject().SelectMany(list => list.Value.EnumerateArray()).Select(Describe)];
    }

    public void Dispose() => _folder.Dispose();

    private string Describe(JsonElement item)
    {
        var path = Path.GetRelativePath(_folder.Path, item.GetProperty("FullPath").GetString()!).Replace('\\', '/');
        var destination = item.TryGetProperty("DestinationSubPath", out var value) ? $" -> {value.GetString()}" : string.Empty;
        return $"{item.GetProperty("NuGetPackageId").GetString()}: {path}{destination}";
    }
}
