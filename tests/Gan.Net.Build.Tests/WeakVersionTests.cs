using System.Reflection;
using Gan.Net.Build.Tests.Support;

namespace Gan.Net.Build.Tests;

/// <summary>The ELF reader on sound files, and on TorchSharp's own.</summary>
public sealed class WeakVersionTests
{
    private const string Version = "GLIBCXX_3.4.32";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Mark_RequiredVersion_SetsOneBit(bool sectionsFirst)
    {
        var elf = new ElfFile { SectionsFirst = sectionsFirst };
        var expected = elf.ToBytes();
        expected[elf.Version(0, 1) + 4] = 2;
        var file = elf.ToBytes();

        Assert.Equal(WeakVersionResult.Marked, WeakVersion.Mark(file, Version, out var reason));
        Assert.Equal(expected, file);
        Assert.Empty(reason);
    }

    [Fact]
    public void Mark_OtherFlags_KeepsThem()
    {
        var elf = new ElfFile { Flags = 0x05 };
        var file = elf.ToBytes();

        Assert.Equal(WeakVersionResult.Marked, WeakVersion.Mark(file, Version, out _));
        Assert.Equal(0x07, file[elf.Version(0, 1) + 4]);
    }

    [Fact]
    public void Mark_Twice_SaysAlreadyWeak()
    {
        var file = new ElfFile().ToBytes();
        WeakVersion.Mark(file, Version, out _);
        var marked = file.ToArray();

        Assert.Equal(WeakVersionResult.AlreadyWeak, WeakVersion.Mark(file, Version, out _));
        Assert.Equal(marked, file);
    }

    [Fact]
    public void Mark_TwoLibrariesAskForIt_MarksBoth()
    {
        var elf = new ElfFile { Needs = [[Version], ["GLIBC_2.34", Version]] };
        var file = elf.ToBytes();

        Assert.Equal(WeakVersionResult.Marked, WeakVersion.Mark(file, Version, out _));
        Assert.Equal([2, 0, 2], new[] { elf.Version(0, 0), elf.Version(1, 0), elf.Version(1, 1) }.Select(at => file[at + 4]));
    }

    [Fact]
    public void Mark_OnlyLongerAndShorterNames_SaysNotAsked()
    {
        var file = new ElfFile { Needs = [["GLIBCXX_3.4.321", "GLIBCXX_3.4.3", "XGLIBCXX_3.4.32"]] }.ToBytes();
        var before = file.ToArray();

        Assert.Equal(WeakVersionResult.NotAsked, WeakVersion.Mark(file, Version, out _));
        Assert.Equal(before, file);
    }

    [Fact]
    public void Mark_NameWithoutItsEnd_SaysNotAsked()
    {
        // The last string loses its closing zero, and reading on would find one.
        var file = new ElfFile { Needs = [[Version]], ShorterStrings = 1 }.ToBytes();

        Assert.Equal(WeakVersionResult.NotAsked, WeakVersion.Mark(file, Version, out _));
    }

    [Fact]
    public void Mark_NoVersionNeeds_SaysNotAsked()
    {
        var elf = new ElfFile();
        var file = elf.ToBytes();
        ElfFile.Put(file, elf.NeedsHeader + 4, 1u);

        Assert.Equal(WeakVersionResult.NotAsked, WeakVersion.Mark(file, Version, out _));
    }

    /// <summary>Fails when TorchSharp is built with an older compiler: then the target and its decision record can go.</summary>
    [Fact]
    public void Mark_TorchSharpsLibrary_ChangesOneByte()
    {
        var path = typeof(WeakVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "TorchSharpLibrary").Value!;
        var before = File.ReadAllBytes(path);
        var file = before.ToArray();

        Assert.Equal(WeakVersionResult.Marked, WeakVersion.Mark(file, Version, out _));
        var changed = Assert.Single(Enumerable.Range(0, file.Length), at => file[at] != before[at]);
        Assert.Equal((0, 2), (before[changed], file[changed]));
        Assert.Equal(WeakVersionResult.AlreadyWeak, WeakVersion.Mark(file, Version, out _));
    }
}
