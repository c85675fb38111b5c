using System.Buffers.Binary;
using Gan.Net.IO;

namespace Gan.Net.Imaging;

/// <summary>
/// Walks through a PNG file's chunks, checking lengths before they are believed and checksums behind them. As a stream it yields the
/// joined content of a run of IDAT chunks, and keeps its last four bytes.
/// </summary>
internal sealed class PngChunks(ExactReader reader) : Stream
{
    private Crc32 _checksum;
    private int _left;
    private bool _open;

    /// <summary>The current chunk's type, four letters as a big-endian number.</summary>
    public uint Type { get; private set; }

    /// <summary>The current chunk's length.</summary>
    public int ChunkLength { get; private set; }

    /// <summary>The last four bytes of the IDAT content handed out so far, big-endian.</summary>
    public uint LastFour { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Finishes the current chunk and opens the next.</summary>
    public void Next()
    {
        Finish();
        Span<byte> head = stackalloc byte[8];
        reader.Read(head);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (length > reader.Left - 4)
        {
            throw reader.Error($"A chunk is said to have {length} bytes; {Math.Max(0, reader.Left - 4)} are left for it.");
        }

        Type = BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        ChunkLength = _left = (int)length;
        _checksum = default(Crc32).Append(head[4..]);
        _open = true;
    }

    /// <summary>Passes over what is left of the current chunk and checks its checksum.</summary>
    public void Finish()
    {
        if (!_open)
        {
            return;
        }

        Span<byte> buffer = stackalloc byte[1024];
        while (_left > 0)
        {
            ReadContent(buffer[..Math.Min(buffer.Length, _left)]);
        }

        Span<byte> stored = stackalloc byte[4];
        reader.Read(stored);
        _open = false;
        if (BinaryPrimitives.ReadUInt32BigEndian(stored) != _checksum.Value)
        {
            throw reader.Error("The checksum of the chunk that ends here is wrong: the file is damaged.");
        }
    }

    /// <summary>Reads from the current chunk.</summary>
    public void ReadContent(Span<byte> destination)
    {
        reader.Read(destination);
        _checksum = _checksum.Append(destination);
        _left -= destination.Length;
    }

    public override int Read(Span<byte> buffer)
    {
        while (_left == 0)
        {
            if (Type != PngFormat.Data)
            {
                return 0;
            }

            Next();
        }

        if (Type != PngFormat.Data || buffer.IsEmpty)
        {
            return 0;
        }

        var part = buffer[..Math.Min(buffer.Length, _left)];
        ReadContent(part);
        foreach (var value in part[^Math.Min(4, part.Length)..])
        {
            LastFour = (LastFour << 8) | value;
        }

        return part.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
