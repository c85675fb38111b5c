using Gan.Net.Build.Tests.Support;

namespace Gan.Net.Build.Tests;

/// <summary>The build target in MSBuild: when it acts, and which files it hands on.</summary>
public sealed class OldCppRuntimeTests : IDisposable
{
    private const string Strict = "TorchSharp: package/libLibTorchSharp.so -> kept";
    private const string Weak = "TorchSharp: obj/weak/1.2.3/libLibTorchSharp.so -> kept";
    private const string Other = "TorchSharp: package/LibTorchSharp.dll";
    private static readonly string[] _natives =
        ["libtorch-cpu-linux-x64: package/libtorch_cpu.so", "libtorch-cpu-linux-x64: package/libtorch_python.so", "Other: package/libshm.so"];

    private readonly HookProject _project = new(new ElfFile().ToBytes());

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Build_True_HandsOnTheMarkedCopyWithItsMetadata()
    {
        var package = File.ReadAllBytes(_project.Package);

        Assert.Equal([Other, Weak, .. _natives], _project.NativeFiles("-p:TorchSharpWeakRuntime=true"));
        Assert.Equal(WeakVersionResult.AlreadyWeak, WeakVersion.Mark(File.ReadAllBytes(_project.Copy), "GLIBCXX_3.4.32", out _));
        Assert.Equal(package, File.ReadAllBytes(_project.Package));
    }

    [Fact]
    public void Build_False_HandsOnThePackagesFile()
    {
        _project.AddSystemFile("libstdc++.so.6.0.30");

        Assert.Equal([Strict, Other, .. _natives], _project.NativeFiles("-p:TorchSharpWeakRuntime=false"));
        Assert.False(File.Exists(_project.Copy));
    }

    [Theory]
    [InlineData("libstdc++.so.6.0.9", "", true)]
    [InlineData("libstdc++.so.6.0.28", "", true)]
    [InlineData("libstdc++.so.6.0.31", "", true)]
    [InlineData("libstdc++.so.6.0.32", "", false)]
    [InlineData("libstdc++.so.6.0.40", "", false)]
    [InlineData("libstdc++.so.6", "GLIBCXX_3.4.31", true)]
    [InlineData("libstdc++.so.6", "GLIBCXX_3.4.31 GLIBCXX_3.4.32", false)]
    [InlineData("something.else", "", true)]
    public void Build_Auto_ActsWhereTheSystemsLibraryIsTooOld(string file, string text, bool acts)
    {
        _project.AddSystemFile(file, text);
        _project.AddCopy();

        // Other systems are never too old.
        Assert.Equal(acts && OperatingSystem.IsLinux() ? Weak : Strict, Assert.Single(_project.NativeFiles(), line => line.EndsWith("-> kept", StringComparison.Ordinal)));
    }

    [Fact]
    public void Build_TwoSystemLibraries_ActsForTheOlder()
    {
        _project.AddSystemFile("libstdc++.so.6.0.33");
        _project.AddSystemFile("libstdc++.so.6.0.30");
        _project.AddCopy();

        Assert.Contains(OperatingSystem.IsLinux() ? Weak : Strict, _project.NativeFiles());
    }

    [Fact]
    public void Build_Twice_WritesTheCopyOnce()
    {
        _project.Build("-p:TorchSharpWeakRuntime=true");
        var written = File.GetLastWriteTimeUtc(_project.Copy);

        var second = _project.Build("-p:TorchSharpWeakRuntime=true", "-v:n");

        Assert.Contains("Skipping target \"WriteWeakRuntime\" because all output files are up-to-date", second, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_project.Copy));
    }

    [Fact]
    public void Build_SharedFolder_PutsTheCopyThere()
    {
        Assert.Contains("TorchSharp: shared/1.2.3/libLibTorchSharp.so -> kept", _project.NativeFiles("-p:TorchSharpWeakRuntime=true", "-p:TorchSharpWeakFolder=shared/"));
    }

    [Fact]
    public void Build_FileNotUnderstood_SaysSoOnceWithoutWarning()
    {
        File.WriteAllText(_project.Package, "no library");

        var first = _project.Build("-p:TorchSharpWeakRuntime=true", "-v:m");
        var second = _project.Build("-p:TorchSharpWeakRuntime=true", "-v:m");

        Assert.Equal($"Gan.Net leaves {_project.Package} as it is: it is not an ELF file.", first.Trim());
        Assert.Empty(second.Trim());
        Assert.Equal("no library", File.ReadAllText(_project.Copy));
    }

    [Fact]
    public void Build_LeaveOutUnused_LeavesOutThatPackagesFilesAlone()
    {
        Assert.Equal(
            [Strict, Other, _natives[0], _natives[2]],
            _project.NativeFiles("-p:TorchSharpWeakRuntime=false", "-p:TorchSharpLeaveOutUnused=true"));
    }

    [Theory]
    [InlineData("libtorch_cpu.so", "libc10.so", false)]
    [InlineData("libLibTorchSharp.so", "libgomp-98b21ff3.so.1", false)]
    [InlineData("libtorch_cpu.so", "notes.txt", true)]
    [InlineData("libmine.so", "libc10.so", true)]
    public void Build_FolderCpuInTheOutput_GoesWhereItIsTheLoaders(string file, string second, bool stays)
    {
        Directory.CreateDirectory(_project.At("bin", "cpu"));
        File.WriteAllText(_project.At("bin", "cpu", file), string.Empty);
        File.WriteAllText(_project.At("bin", "cpu", second), string.Empty);

        _project.AddCopy();
        _project.Build("-p:TorchSharpWeakRuntime=true");

        Assert.Equal(stays, Directory.Exists(_project.At("bin", "cpu")));
    }
}
