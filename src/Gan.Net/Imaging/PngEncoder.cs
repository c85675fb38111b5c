using System.Buffers.Binary;
using System.IO.Compression;
using Gan.Net.IO;

namespace Gan.Net.Imaging;

/// <summary>Writes one PNG file. Each row takes the filter with the smallest sum of differences, the specification's advice.</summary>
internal static class PngEncoder
{
    public static void Encode(PixelImage image, Stream stream)
    {
        stream.Write(PngFormat.Signature);
        Span<byte> header = stackalloc byte[PngFormat.HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = PngFormat.ColourType(image.Channels);
        header[10..].Clear();
        WriteChunk(stream, PngFormat.Header, header);

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            WriteRows(image, zlib);
        }

        WriteChunk(stream, PngFormat.Data, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        WriteChunk(stream, PngFormat.End, []);
    }

    private static void WriteRows(PixelImage image, ZLibStream zlib)
    {
        var stride = image.Width * image.Channels;
        ReadOnlySpan<byte> above = new byte[stride];
        var best = new byte[1 + stride];
        var tried = new byte[1 + stride];
        for (var y = 0; y < image.Height; y++)
        {
            ReadOnlySpan<byte> row = image.Row(y);
            var bestSum = long.MaxValue;
            for (var filter = 0; filter < PngFilter.Count; filter++)
            {
                tried[0] = (byte)filter;
                var sum = PngFilter.Apply(filter, row, above, image.Channels, tried.AsSpan(1));
                if (sum < bestSum)
                {
                    bestSum = sum;
                    (best, tried) = (tried, best);
                }
            }

            zlib.Write(best);
            above = row;
        }
    }

    private static void WriteChunk(Stream stream, uint type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        stream.Write(number);
        BinaryPrimitives.WriteUInt32BigEndian(number, type);
        stream.Write(number);
        stream.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, default(Crc32).Append(number).Append(content).Value);
        stream.Write(number);
    }
}
