namespace Gan.Net.Reliability.Disks;

/// <summary>A file's content as programs see it, and as it would be after a power loss if nothing more were written.</summary>
internal sealed class FileNode
{
    /// <summary>What programs read.</summary>
    public MemoryStream Content { get; init; } = new();

    /// <summary>What is safe; null before the first flush.</summary>
    public byte[]? Flushed { get; set; }

    public void Flush() => Flushed = Content.ToArray();

    /// <summary>
    /// What a power loss leaves. Of bytes written since the last flush anything may be there: none, the first part, all, or holes of zeros
    /// where the disk had not come to them.
    /// </summary>
    public FileNode AfterPowerLoss(SeededRandom random)
    {
        var content = Content.ToArray();
        var left = Flushed is not null && Flushed.AsSpan().SequenceEqual(content)
            ? content
            : random.NextInt64(4) switch
            {
                0 => Flushed ?? [],
                1 => content[..(int)random.NextInt64(content.Length + 1)],
                2 => WithHole(content, random),
                _ => content,
            };
        var node = new FileNode { Content = new MemoryStream() };
        node.Content.Write(left);
        node.Flush();
        return node;
    }

    private static byte[] WithHole(byte[] content, SeededRandom random)
    {
        var from = (int)random.NextInt64(content.Length + 1);
        var length = (int)random.NextInt64(content.Length - from + 1);
        content.AsSpan(from, length).Clear();
        return content;
    }
}
