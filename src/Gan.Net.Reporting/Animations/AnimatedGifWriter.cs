using System.Buffers.Binary;
using System.Numerics;
using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>Writes one animated GIF file, block by block as the GIF89a specification lays them out.</summary>
internal sealed class AnimatedGifWriter(Stream stream, AnimationOptions options)
{
    private const byte Trailer = 0x3B;
    private const byte KeepFrame = 1 << 2;

    public void Write(IReadOnlyList<PixelImage> frames, GifDithering dithering)
    {
        var palette = GifPalette.For(frames);
        var bits = Math.Max(1, BitOperations.Log2((uint)palette.Colours.Count - 1) + 1);
        WriteStart(frames[0], palette, bits);
        byte[] before = [];
        for (var i = 0; i < frames.Count; i++)
        {
            var indexed = dithering == GifDithering.None ? palette.Nearest(frames[i]) : GifDither.Spread(frames[i], palette);
            var change = FrameChange.Between(indexed, before, frames[i].Width, 1);
            WriteFrame(change, options.TimeOf(i, frames.Count));
            GifLzw.Write(stream, change.Cut(indexed, frames[i].Width, 1), Math.Max(2, bits));
            before = indexed;
        }

        stream.WriteByte(Trailer);
    }

    private void WriteStart(PixelImage first, GifPalette palette, int bits)
    {
        stream.Write("GIF89a"u8);
        WriteNumber(first.Width);
        WriteNumber(first.Height);
        stream.Write([(byte)(0xF0 | (bits - 1)), 0, 0]);
        for (var i = 0; i < 1 << bits; i++)
        {
            var colour = i < palette.Colours.Count ? palette.Colours[i] : default;
            stream.Write([colour.Red, colour.Green, colour.Blue]);
        }

        // The number of repetitions, after the first time; without this block it plays once.
        if (options.Plays != 1)
        {
            stream.Write([0x21, 0xFF, 11]);
            stream.Write("NETSCAPE2.0"u8);
            stream.Write([3, 1]);
            WriteNumber(Math.Max(0, options.Plays - 1));
            stream.WriteByte(0);
        }
    }

    private void WriteFrame(FrameChange change, TimeSpan time)
    {
        stream.Write([0x21, 0xF9, 4, KeepFrame]);
        WriteNumber((int)Math.Round(time.TotalMilliseconds / 10));
        stream.Write([0, 0]);
        stream.WriteByte(0x2C);
        WriteNumber(change.Left);
        WriteNumber(change.Top);
        WriteNumber(change.Width);
        WriteNumber(change.Height);
        stream.WriteByte(0);
    }

    private void WriteNumber(int number)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)number);
        stream.Write(bytes);
    }
}
