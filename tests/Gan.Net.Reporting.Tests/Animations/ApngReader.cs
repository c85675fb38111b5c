using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gan.Net.Reporting.Tests.Animations;

/// <summary>
/// Reads animated PNG files as the specification says, for tests: chunks, checksums, filters and frames written apart from the writer.
/// Anything unexpected fails the test.
/// </summary>
internal sealed class ApngReader
{
    private readonly List<(string Type, byte[] Content)> _chunks = [];

    private ApngReader(byte[] file)
    {
        ReadChunks(file);
        var header = _chunks[0].Content;
        Assert.Equal(("IHDR", 13), (_chunks[0].Type, header.Length));
        Width = Number(header, 0);
        Height = Number(header, 4);
        Channels = header[9] switch { 0 => 1, 2 => 3, 6 => 4, _ => 0 };
        Assert.Equal([8, header[9], 0, 0, 0], header[8..]);
        Assert.Equal(("acTL", 8), (_chunks[1].Type, _chunks[1].Content.Length));
        Plays = Number(_chunks[1].Content, 4);
        ReadFrames();
        Assert.Equal(Number(_chunks[1].Content, 0), Frames.Count);
    }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    public int Plays { get; }

    public List<DecodedFrame> Frames { get; } = [];

    /// <summary>The rectangles the frames were stored as.</summary>
    public List<(int Left, int Top, int Width, int Height)> Rectangles { get; } = [];

    public static ApngReader Read(byte[] file) => new(file);

    private void ReadChunks(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        for (var at = 8; at < file.Length;)
        {
            var length = Number(file, at);
            var checkedPart = file[(at + 4)..(at + 8 + length)];
            Assert.Equal(Checksum(checkedPart), (uint)Number(file, at + 8 + length));
            _chunks.Add((Encoding.ASCII.GetString(checkedPart, 0, 4), checkedPart[4..]));
            at += 12 + length;
        }

        Assert.Equal(("IEND", 0), (_chunks[^1].Type, _chunks[^1].Content.Length));
    }

    private void ReadFrames()
    {
        var screen = new byte[Width * Height * Channels];
        var sequence = 0;
        for (var i = 2; i < _chunks.Count - 1;)
        {
            var control = _chunks[i].Content;
            Assert.Equal(("fcTL", 26, sequence++), (_chunks[i].Type, control.Length, Number(control, 0)));
            var (width, height, left, top) = (Number(control, 4), Number(control, 8), Number(control, 12), Number(control, 16));
            Assert.True(left + width <= Width && top + height <= Height && (i > 2 || (width == Width && height == Height)));
            Assert.Equal([0, 0], control[24..]); // nothing cleared before the next, nothing mixed
            var data = new List<byte>();
            for (i++; _chunks[i].Type is "IDAT" or "fdAT"; i++)
            {
                Assert.Equal(Frames.Count == 0 ? "IDAT" : "fdAT", _chunks[i].Type);
                if (Frames.Count > 0)
                {
                    Assert.Equal(sequence++, Number(_chunks[i].Content, 0));
                }

                data.AddRange(_chunks[i].Content.Skip(Frames.Count == 0 ? 0 : 4));
            }

            Lay(Unpack([.. data], width, height), screen, left, top, width);
            Rectangles.Add((left, top, width, height));
            var (over, under) = (BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(20)), BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(22)));
            Frames.Add(new DecodedFrame([.. screen], TimeSpan.FromSeconds((double)over / under)));
        }
    }

    private void Lay(byte[][] rows, byte[] screen, int left, int top, int width)
    {
        for (var y = 0; y < rows.Length; y++)
        {
            Array.Copy(rows[y], 0, screen, ((top + y) * Width + left) * Channels, width * Channels);
        }
    }

    private byte[][] Unpack(byte[] data, int width, int height)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        var rows = new byte[height][];
        for (var y = 0; y < height; y++)
        {
            var filter = zlib.ReadByte();
            rows[y] = new byte[width * Channels];
            zlib.ReadExactly(rows[y]);
            for (var x = 0; x < rows[y].Length; x++)
            {
                int left = x >= Channels ? rows[y][x - Channels] : 0, up = y > 0 ? rows[y - 1][x] : 0, corner = x >= Channels && y > 0 ? rows[y - 1][x - Channels] : 0;
                var near = new[] { left, up, corner }.MinBy(value => Math.Abs(left + up - corner - value));
                rows[y][x] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => near, _ => throw new InvalidDataException($"filter {filter}") });
            }
        }

        Assert.Equal(-1, zlib.ReadByte());
        return rows;
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private static uint Checksum(byte[] bytes)
    {
        var remainder = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            remainder ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 1 ? (remainder >> 1) ^ 0xEDB88320u : remainder >> 1;
            }
        }

        return ~remainder;
    }
}
