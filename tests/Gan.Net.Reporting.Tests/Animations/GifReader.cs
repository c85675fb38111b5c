using System.Buffers.Binary;
using System.Text;

namespace Gan.Net.Reporting.Tests.Animations;

/// <summary>
/// Reads animated GIF files as the GIF89a specification says, for tests: written apart from the writer, table of strings and all.
/// Anything unexpected fails the test.
/// </summary>
internal sealed class GifReader
{
    private readonly byte[] _file;
    private int _at;

    private GifReader(byte[] file)
    {
        _file = file;
        Assert.Equal("GIF89a", Text(6));
        (Width, Height) = (Number(), Number());
        var flags = Byte();
        Assert.Equal(0x80, flags & 0x88); // a global table, not sorted
        Palette = 1 << ((flags & 7) + 1);
        Assert.Equal((0, 0), (Byte(), Byte()));
        _colours = Take(3 * Palette);
        ReadBlocks();
        Assert.Equal(_file.Length, _at);
    }

    private readonly byte[] _colours;

    public int Width { get; }

    public int Height { get; }

    /// <summary>Entries of the colour table.</summary>
    public int Palette { get; }

    /// <summary>The loop block's number, or null without one.</summary>
    public int? Repetitions { get; private set; }

    public List<DecodedFrame> Frames { get; } = [];

    /// <summary>The rectangles the frames were stored as.</summary>
    public List<(int Left, int Top, int Width, int Height)> Rectangles { get; } = [];

    public static GifReader Read(byte[] file) => new(file);

    private void ReadBlocks()
    {
        var screen = new byte[3 * Width * Height];
        var time = TimeSpan.Zero;
        while (true)
        {
            switch (Byte())
            {
                case 0x21 when Byte() is var label:
                    if (label == 0xF9)
                    {
                        Assert.Equal(4, Byte());
                        Assert.Equal(4, Byte()); // leave in place, no transparency
                        time = TimeSpan.FromMilliseconds(10 * Number());
                        Assert.Equal((0, 0), (Byte(), Byte()));
                    }
                    else
                    {
                        Assert.Equal((0xFF, 11, "NETSCAPE2.0", 3, 1), (label, Byte(), Text(11), Byte(), Byte()));
                        Repetitions = Number();
                        Assert.Equal(0, Byte());
                    }

                    break;
                case 0x2C:
                    ReadImage(screen);
                    Frames.Add(new DecodedFrame([.. screen], time));
                    break;
                case 0x3B:
                    return;
                case var other:
                    Assert.Fail($"Block {other:X2} at {_at - 1}.");
                    break;
            }
        }
    }

    private void ReadImage(byte[] screen)
    {
        var (left, top, width, height) = (Number(), Number(), Number(), Number());
        Rectangles.Add((left, top, width, height));
        Assert.Equal(0, Byte());
        Assert.True(left + width <= Width && top + height <= Height);
        var pixels = Unpack(Byte(), JoinBlocks());
        Assert.Equal(width * height, pixels.Count);
        for (var i = 0; i < pixels.Count; i++)
        {
            Array.Copy(_colours, 3 * pixels[i], screen, 3 * ((top + i / width) * Width + left + i % width), 3);
        }
    }

    private byte[] JoinBlocks()
    {
        var data = new List<byte>();
        for (var length = Byte(); length > 0; length = Byte())
        {
            data.AddRange(Take(length));
        }

        return [.. data];
    }

    private static List<byte> Unpack(int bits, byte[] data)
    {
        var (clear, end) = (1 << bits, (1 << bits) + 1);
        var pixels = new List<byte>();
        var table = new List<byte[]>();
        byte[]? before = null;
        var size = bits + 1;
        for (var bit = 0; ;)
        {
            var code = 0;
            for (var i = 0; i < size; i++, bit++)
            {
                code |= ((data[bit / 8] >> (bit % 8)) & 1) << i;
            }

            if (code == end)
            {
                Assert.True(bit > 8 * (data.Length - 1), "Data goes on after the end code.");
                return pixels;
            }

            if (code == clear)
            {
                table = [.. Enumerable.Range(0, 1 << bits).Select(value => new[] { (byte)value }), [], []];
                (before, size) = (null, bits + 1);
                continue;
            }

            Assert.True(code < table.Count || (code == table.Count && before is not null), $"Code {code} is not known yet.");
            var entry = code < table.Count ? table[code] : [.. before!, before![0]];
            pixels.AddRange(entry);
            if (before is not null && table.Count < 4096)
            {
                table.Add([.. before, entry[0]]);
                size = table.Count == 1 << size && size < 12 ? size + 1 : size;
            }

            before = entry;
        }
    }

    private int Byte() => _file[_at++];

    private int Number() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    private string Text(int length) => Encoding.ASCII.GetString(Take(length));

    private byte[] Take(int length)
    {
        _at += length;
        return _file[(_at - length).._at];
    }
}
