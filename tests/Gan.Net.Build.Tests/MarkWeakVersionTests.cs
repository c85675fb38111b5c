using Gan.Net.Build.Tests.Support;
using Gan.Net.Packages.Tests.Support;
using Microsoft.Build.Framework;

namespace Gan.Net.Build.Tests;

/// <summary>The build task: what it writes, and what it says.</summary>
public sealed class MarkWeakVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingBuild _build = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Execute_LibraryThatAsks_WritesTheMarkedCopyIntoANewFolder()
    {
        var library = new ElfFile().ToBytes();
        var marked = library.ToArray();
        WeakVersion.Mark(marked, "GLIBCXX_3.4.32", out _);

        var task = Run(library);

        Assert.Equal(marked, File.ReadAllBytes(task.Destination));
        Assert.Equal(library, File.ReadAllBytes(task.Source));
        Assert.Equal("libLibTorchSharp.so", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(_folder.At("weak")))));
        var message = Assert.Single(_build.Messages);
        Assert.Equal(($"Gan.Net: GLIBCXX_3.4.32 in {task.Source}: Marked.", MessageImportance.Low), (message.Message, message.Importance));
    }

    [Fact]
    public void Execute_FileNotUnderstood_CopiesItAndSaysWhy()
    {
        byte[] text = [1, 2, 3];

        var task = Run(text);

        Assert.Equal(text, File.ReadAllBytes(task.Destination));
        var message = Assert.Single(_build.Messages);
        Assert.Equal(($"Gan.Net leaves {task.Source} as it is: it is not an ELF file.", MessageImportance.High), (message.Message, message.Importance));
    }

    [Fact]
    public void Execute_OlderCopyInUse_ReplacesTheFileAndLeavesItsReadersAlone()
    {
        Directory.CreateDirectory(_folder.At("weak"));
        File.WriteAllText(_folder.At("weak", "libLibTorchSharp.so"), "older");
        using var reader = new StreamReader(new FileStream(_folder.At("weak", "libLibTorchSharp.so"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        var task = Run([1, 2, 3]);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(task.Destination));
        Assert.Equal("older", reader.ReadToEnd());
    }

    private MarkWeakVersion Run(byte[] library)
    {
        File.WriteAllBytes(_folder.At("library.so"), library);
        var task = new MarkWeakVersion
        {
            BuildEngine = _build,
            Source = _folder.At("library.so"),
            Destination = _folder.At("weak", "libLibTorchSharp.so"),
            Version = "GLIBCXX_3.4.32",
        };
        Assert.True(task.Execute());
        return task;
    }
}
