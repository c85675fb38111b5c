using Gan.Net.IO;

namespace Gan.Net.Reliability.Disks;

/// <summary>
/// How checkpoints are usually written: always the same files, overwritten where they lie. For the control of a test that looks for damage.
/// </summary>
internal sealed class InPlaceDisk : IFileSystem
{
    private const string OnlyOne = "000001-round-0";

    public bool FolderExists(string path) => Disk.Instance.FolderExists(Actual(path));

    public IReadOnlyList<string> FoldersIn(string path) => Disk.Instance.FoldersIn(path);

    public void CreateFolder(string path) => Disk.Instance.CreateFolder(Actual(path));

    public Stream CreateFile(string path) => new FileStream(Actual(path), FileMode.Create, FileAccess.ReadWrite);

    public Stream OpenFile(string path) => Disk.Instance.OpenFile(path);

    public void FlushFile(Stream file) => file.Flush();

    public void FlushFolder(string path)
    {
    }

    public void MoveFile(string from, string to)
    {
    }

    public void MoveFolder(string from, string to)
    {
    }

    public void DeleteFile(string path)
    {
    }

    public void DeleteFolder(string path)
    {
    }

    private static string Actual(string path) =>
        string.Join('/', path.Split('/').Select(name => name.StartsWith(".tmp-", StringComparison.Ordinal) ? OnlyOne : name));
}
