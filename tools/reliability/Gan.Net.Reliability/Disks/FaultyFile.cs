namespace Gan.Net.Reliability.Disks;

/// <summary>An open file of a <see cref="FaultyDisk"/>.</summary>
internal sealed class FaultyFile(FaultyDisk disk, Stream file) : Stream
{
    public Stream Inner => file;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => disk.Falters(canBeShort: true) ? Half(0) : file.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var falters = disk.Falters(canBeShort: true);
        file.Write(falters ? buffer[..(buffer.Length / 2)] : buffer);
        if (falters)
        {
            Half(0);
        }
    }

    public override void Flush() => file.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        file.Dispose();
        base.Dispose(disposing);
    }

    private int Half(int read) => disk.ErrorAfterHalf() is { } error ? throw error : read;
}
