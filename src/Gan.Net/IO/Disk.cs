namespace Gan.Net.IO;

/// <summary>The file system of this machine.</summary>
internal sealed class Disk : IFileSystem
{
    private const int BufferSize = 1 << 16;

    private Disk()
    {
    }

    public static Disk Instance { get; } = new();

    public bool FolderExists(string path) => Directory.Exists(path);

    public IReadOnlyList<string> FoldersIn(string path) => Directory.GetDirectories(path);

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public Stream CreateFile(string path) => new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize);

    public Stream OpenFile(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    public void FlushFile(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    public void FlushFolder(string path) => FolderFlush.ToDisk(path);

    public void MoveFile(string from, string to) => File.Move(from, to, overwrite: true);

    public void MoveFolder(string from, string to) => Directory.Move(from, to);

    public void DeleteFile(string path) => File.Delete(path);

    public void DeleteFolder(string path) => Directory.Delete(path, recursive: true);
}
