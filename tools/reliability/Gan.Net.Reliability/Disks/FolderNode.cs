namespace Gan.Net.Reliability.Disks;

/// <summary>A folder's names as programs see them, those that are safe, and the changes in between.</summary>
internal sealed class FolderNode
{
    private readonly List<(string? Gone, string? Come, object? Node)> _changes = [];

    /// <summary>What programs see: files and folders by name.</summary>
    public Dictionary<string, object> Entries { get; } = [];

    private Dictionary<string, object> Flushed { get; set; } = [];

    /// <summary>Takes a name away, gives one to a node, or both in one step.</summary>
    public void Change(string? gone, string? come, object? node)
    {
        Apply(Entries, gone, come, node);
        _changes.Add((gone, come, node));
    }

    public void Flush()
    {
        Flushed = new(Entries);
        _changes.Clear();
    }

    /// <summary>
    /// What a power loss leaves: what was safe, and of the changes since then all, some in any choice, or none.
    /// </summary>
    public FolderNode AfterPowerLoss(SeededRandom random, Dictionary<object, object> done)
    {
        var kind = random.NextInt64(3);
        var names = new Dictionary<string, object>(Flushed);
        foreach (var (gone, come, node) in _changes)
        {
            if (kind == 0 || (kind == 1 && random.NextInt64(2) == 0))
            {
                Apply(names, gone, come, node);
            }
        }

        var left = new FolderNode();
        foreach (var (name, node) in names)
        {
            left.Entries.Add(name, After(node, random, done));
        }

        left.Flush();
        return left;
    }

    // A node may have two names left, where a move was torn: it is still one node.
    private static object After(object node, SeededRandom random, Dictionary<object, object> done)
    {
        if (!done.TryGetValue(node, out var after))
        {
            after = node is FolderNode folder ? folder.AfterPowerLoss(random, done) : ((FileNode)node).AfterPowerLoss(random);
            done.Add(node, after);
        }

        return after;
    }

    private static void Apply(Dictionary<string, object> names, string? gone, string? come, object? node)
    {
        if (gone is not null)
        {
            names.Remove(gone);
        }

        if (come is not null)
        {
            names[come] = node!;
        }
    }
}
