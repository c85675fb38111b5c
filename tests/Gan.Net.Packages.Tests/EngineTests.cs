using System.Text.Json;
using Gan.Net.Packages.Tests.Support;

namespace Gan.Net.Packages.Tests;

/// <summary>Which of TorchSharp's packages and files this repository's programs take.</summary>
public sealed class EngineTests
{
    private static readonly string _sample = RepositoryFiles.At("samples", "Ring", "Ring.csproj");

    [Fact]
    public void TorchDevice_Cuda_ReferencesTheCudaPackage()
    {
        var expected = OperatingSystem.IsWindows() ? "TorchSharp-cuda-windows" : "TorchSharp-cuda-linux";

        Assert.Equal(["TorchSharp", expected], References("-p:TorchDevice=cuda"));
    }

    [Fact]
    public void TorchDevice_CudaForAnotherSystem_ReferencesThatSystemsPackage() =>
        Assert.Equal(["TorchSharp", "TorchSharp-cuda-windows"], References("-p:TorchDevice=cuda", "-p:RuntimeIdentifier=win-x64"));

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("osx-arm64")]
    [InlineData("win-x64")]
    [InlineData("win-arm64")]
    public void TorchDevice_None_ReferencesTheSystemsCpuPackage(string system) =>
        Assert.Equal(["TorchSharp", $"libtorch-cpu-{system}"], References($"-p:RuntimeIdentifier={system}"));

    [Fact]
    public void TorchDevice_Unknown_StopsTheBuild()
    {
        var (code, output) = Shell.Run(Path.GetDirectoryName(_sample)!, "dotnet", "msbuild", _sample, "-nologo", "-t:CheckTorchDevice", "-p:TorchDevice=tpu");

        Assert.NotEqual(0, code);
        Assert.Contains("error : TorchDevice is 'tpu'; it is 'cpu' or 'cuda'.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_Program_HoldsOneSystemsNativeFiles()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Built.OutputOf("Gan.Net.Cli"), "runtimes"), "*LibTorchSharp.*", SearchOption.AllDirectories);

        Assert.Single(files);
    }

    [Fact]
    public void Restore_OnLinux_FetchesNoOtherSystemsLibraries()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows and macOS restore their own libraries.");
        using var json = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.At("artifacts", "obj", "Gan.Net.Cli", "project.assets.json")));
        var natives = json.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0])
            .Where(name => name.StartsWith("libtorch-", StringComparison.Ordinal) || name.StartsWith("SkiaSharp.NativeAssets.", StringComparison.Ordinal));

        Assert.Equal(["libtorch-cpu-linux-x64", "SkiaSharp.NativeAssets.Linux.NoDependencies"], natives.Order(StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> References(params string[] properties)
    {
        string[] arguments = ["msbuild", _sample, "-nologo", "-getItem:PackageReference", .. properties];
        using var json = JsonDocument.Parse(Shell.Succeed(Path.GetDirectoryName(_sample)!, "dotnet", arguments));
        return [.. json.RootElement.GetProperty("Items").GetProperty("PackageReference").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }
}
