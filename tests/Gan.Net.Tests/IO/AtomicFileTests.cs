using Gan.Net.IO;

namespace Gan.Net.Tests.IO;

public sealed class AtomicFileTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commit_NewFile_HoldsContent()
    {
        var path = _folder.File("a/b/c.bin");
        AtomicFile.Write(path, stream => stream.Write([1, 2, 3]));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Commit_LongerFileThere_ReplacesAllOfIt()
    {
        var path = _folder.File("x", new byte[1000]);
        AtomicFile.Write(path, stream => stream.WriteByte(7));
        Assert.Equal([7], File.ReadAllBytes(path));
    }

    [Fact]
    public void Write_WriterThrows_LeavesOldFileAndNoOther()
    {
        var path = _folder.File("x", [1, 2]);
        Assert.Throws<TimeoutException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[100_000]);
            throw new TimeoutException();
        }));
        Assert.Equal([1, 2], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_BeforeCommit_OldContentIsSeen()
    {
        var path = _folder.File("x", [1, 2]);
        using var file = new AtomicFile(path);
        file.Stream.Write([3]);
        file.Stream.Flush();
        Assert.Equal([1, 2], File.ReadAllBytes(path));
        file.Commit();
        Assert.Equal([3], File.ReadAllBytes(path));
    }

    [Fact]
    public void Commit_Twice_Throws()
    {
        using var file = new AtomicFile(_folder.File("x"));
        file.Commit();
        Assert.Throws<ObjectDisposedException>(file.Commit);
    }

    [Fact]
    public void Commit_NameIsAFolder_ThrowsAndLeavesNothing()
    {
        Directory.CreateDirectory(_folder.File("x"));
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_folder.File("x"), stream => stream.WriteByte(1)));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_ManyTimes_LeavesNoDescriptorOpen()
    {
        if (!Directory.Exists("/proc/self/fd"))
        {
            return;
        }

        AtomicFile.Write(_folder.File("x"), stream => stream.WriteByte(1));
        var before = Directory.GetFiles("/proc/self/fd").Length;
        for (var i = 0; i < 200; i++)
        {
            AtomicFile.Write(_folder.File("x"), stream => stream.WriteByte(1));
        }

        Assert.InRange(Directory.GetFiles("/proc/self/fd").Length, 0, before + 5);
    }
}
