using System.Buffers.Binary;
using System.IO.Hashing;
using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>Writes one animated PNG file: each frame is packed as a PNG file of its own, and its rows are taken over.</summary>
internal sealed class AnimatedPngWriter(Stream stream, AnimationOptions options)
{
    private const int SignatureLength = 8;
    private const int FrameControlLength = 26;

    private uint _sequence;

    public void Write(IReadOnlyList<PixelImage> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames[i];
            var change = FrameChange.Between(frame.Pixels, i == 0 ? [] : frames[i - 1].Pixels, frame.Width, frame.Channels);
            var file = Pack(new PixelImage(change.Width, change.Height, frame.Channels, change.Cut(frame.Pixels, frame.Width, frame.Channels)));
            if (i == 0)
            {
                WriteStart(file, frames.Count);
            }

            WriteFrameControl(change, options.TimeOf(i, frames.Count));
            WriteRows(file, i == 0);
        }

        WriteChunk("IEND"u8, []);
    }

    private static byte[] Pack(PixelImage image)
    {
        using var packed = new MemoryStream();
        PictureFile.Write(image, packed, PictureFormat.Png);
        return packed.ToArray();
    }

    private void WriteStart(byte[] file, int frames)
    {
        stream.Write(file.AsSpan(0, SignatureLength));
        WriteChunk("IHDR"u8, Chunks(file).First(chunk => chunk.Type.Span.SequenceEqual("IHDR"u8)).Content.Span);
        Span<byte> control = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(control, frames);
        BinaryPrimitives.WriteInt32BigEndian(control[4..], options.Plays);
        WriteChunk("acTL"u8, control);
    }

    // The frame stays until the next is laid over it; the rectangle replaces what was there, transparency included.
    private void WriteFrameControl(FrameChange change, TimeSpan time)
    {
        Span<byte> control = stackalloc byte[FrameControlLength];
        BinaryPrimitives.WriteUInt32BigEndian(control, _sequence++);
        BinaryPrimitives.WriteInt32BigEndian(control[4..], change.Width);
        BinaryPrimitives.WriteInt32BigEndian(control[8..], change.Height);
        BinaryPrimitives.WriteInt32BigEndian(control[12..], change.Left);
        BinaryPrimitives.WriteInt32BigEndian(control[16..], change.Top);
        BinaryPrimitives.WriteUInt16BigEndian(control[20..], (ushort)Math.Round(time.TotalMilliseconds));
        BinaryPrimitives.WriteUInt16BigEndian(control[22..], 1000);
        control[24..].Clear();
        WriteChunk("fcTL"u8, control);
    }

    private void WriteRows(byte[] file, bool first)
    {
        foreach (var chunk in Chunks(file).Where(chunk => chunk.Type.Span.SequenceEqual("IDAT"u8)))
        {
            if (first)
            {
                WriteChunk("IDAT"u8, chunk.Content.Span);
                continue;
            }

            var content = new byte[4 + chunk.Content.Length];
            BinaryPrimitives.WriteUInt32BigEndian(content, _sequence++);
            chunk.Content.Span.CopyTo(content.AsSpan(4));
            WriteChunk("fdAT"u8, content);
        }
    }

    private static IEnumerable<(ReadOnlyMemory<byte> Type, ReadOnlyMemory<byte> Content)> Chunks(byte[] file)
    {
        for (var at = SignatureLength; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (file.AsMemory(at + 4, 4), file.AsMemory(at + 8, length));
            at += 12 + length;
        }
    }

    private void WriteChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(content);
        var checksum = new Crc32();
        checksum.Append(type);
        checksum.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        stream.Write(number);
    }
}
