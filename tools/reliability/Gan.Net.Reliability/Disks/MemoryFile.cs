namespace Gan.Net.Reliability.Disks;

/// <summary>An open file of a <see cref="MemoryDisk"/>.</summary>
internal sealed class MemoryFile(MemoryDisk disk, FileNode node, string path) : Stream
{
    public FileNode Node => node;

    public string Path => path;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => node.Content.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        disk.Operate();
        node.Content.Position = Position;
        var read = node.Content.Read(buffer, offset, count);
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var on = disk.TryOperate();
        node.Content.Position = Position;
        node.Content.Write(on ? buffer : buffer[..(buffer.Length / 2)]);
        Position = node.Content.Position;
        if (!on)
        {
            throw new PowerLossException();
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
