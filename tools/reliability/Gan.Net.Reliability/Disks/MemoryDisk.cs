using Gan.Net.IO;

namespace Gan.Net.Reliability.Disks;

/// <summary>
/// A disk in memory that knows what was flushed: contents by <see cref="FlushFile"/>, names by <see cref="FlushFolder"/>, and nothing else.
/// After so many operations its power can fail; <see cref="AfterPowerLoss"/> is then what is found when the machine starts again.
/// </summary>
internal sealed class MemoryDisk : IFileSystem
{
    private readonly FolderNode _root;

    public MemoryDisk()
        : this(new FolderNode())
    {
    }

    private MemoryDisk(FolderNode root) => _root = root;

    /// <summary>Operations done.</summary>
    public long Operations { get; private set; }

    /// <summary>The operation in which the power fails; a write is then half done.</summary>
    public long PowerFailsAt { get; set; } = long.MaxValue;

    /// <summary>Flushes that do nothing, by the path they are asked for: to see whether a test would notice.</summary>
    public Func<string, bool> IgnoresFlush { get; set; } = _ => false;

    /// <summary>The paths whose flush was asked for.</summary>
    public HashSet<string> FlushesSeen { get; } = [];

    /// <summary>Every file and folder there is, by its path.</summary>
    public IReadOnlyList<string> Everything => [.. Paths("", _root)];

    public MemoryDisk AfterPowerLoss(SeededRandom random) => new(_root.AfterPowerLoss(random, []));

    public bool FolderExists(string path)
    {
        Operate();
        return Find(path) is FolderNode;
    }

    public IReadOnlyList<string> FoldersIn(string path)
    {
        Operate();
        return [.. Folder(path).Entries.Where(entry => entry.Value is FolderNode).Select(entry => Path.Combine(path, entry.Key)).Order(StringComparer.Ordinal)];
    }

    public void CreateFolder(string path)
    {
        Operate();
        Parent(path).Change(null, NewName(path), new FolderNode());
    }

    public Stream CreateFile(string path)
    {
        Operate();
        var node = new FileNode();
        Parent(path).Change(null, NewName(path), node);
        return new MemoryFile(this, node, path);
    }

    public Stream OpenFile(string path)
    {
        Operate();
        return Find(path) is FileNode file ? new MemoryFile(this, file, path) : throw new FileNotFoundException($"There is no file '{path}'.");
    }

    public void FlushFile(Stream file)
    {
        Operate();
        var opened = (MemoryFile)file;
        if (Takes(opened.Path))
        {
            opened.Node.Flush();
        }
    }

    public void FlushFolder(string path)
    {
        Operate();
        if (Takes(path))
        {
            Folder(path).Flush();
        }
    }

    public void MoveFile(string from, string to) => Move(from, to, replace: true);

    public void MoveFolder(string from, string to) => Move(from, to, replace: false);

    public void DeleteFile(string path)
    {
        Operate();
        if (Find(path) is FileNode)
        {
            Parent(path).Change(Path.GetFileName(path), null, null);
        }
    }

    public void DeleteFolder(string path)
    {
        foreach (var name in Folder(path).Entries.Keys.ToList())
        {
            var inside = Path.Combine(path, name);
            if (Find(inside) is FolderNode)
            {
                DeleteFolder(inside);
            }
            else
            {
                DeleteFile(inside);
            }
        }

        Operate();
        Parent(path).Change(Path.GetFileName(path), null, null);
    }

    /// <summary>Counts an operation; false when the power fails in it.</summary>
    internal bool TryOperate() => ++Operations < PowerFailsAt;

    internal void Operate()
    {
        if (!TryOperate())
        {
            throw new PowerLossException();
        }
    }

    private void Move(string from, string to, bool replace)
    {
        Operate();
        var node = Find(from) ?? throw new FileNotFoundException($"There is nothing at '{from}'.");
        Parent(from).Change(Path.GetFileName(from), replace ? Path.GetFileName(to) : NewName(to), node);
    }

    private bool Takes(string path)
    {
        FlushesSeen.Add(path);
        return !IgnoresFlush(path);
    }

    private string NewName(string path) => Find(path) is null ? Path.GetFileName(path) : throw new IOException($"There is something at '{path}'.");

    private FolderNode Parent(string path) => Folder(Path.GetDirectoryName(path)!);

    private FolderNode Folder(string path) => Find(path) as FolderNode ?? throw new DirectoryNotFoundException($"There is no folder '{path}'.");

    private object? Find(string path)
    {
        object? node = _root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = (node as FolderNode)?.Entries.GetValueOrDefault(name);
        }

        return node;
    }

    private static IEnumerable<string> Paths(string path, FolderNode folder) => folder.Entries.SelectMany(entry =>
        entry.Value is FolderNode inside ? Paths($"{path}/{entry.Key}", inside).Prepend($"{path}/{entry.Key}") : [$"{path}/{entry.Key}"]);
}
