using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>A gzip file in pieces: header, packed data, checksum and length, which need not fit together.</summary>
internal sealed class GzipDraft
{
    public byte[] Header { get; set; } = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    public byte[] Packed { get; set; } = [];

    public uint Checksum { get; set; }

    public uint Length { get; set; }

    public static GzipDraft Of(byte[] content) => new() { Packed = Deflate(content), Checksum = Crc32.HashToUInt32(content), Length = (uint)content.Length };

    public static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    public static byte[] Unpack(byte[] file)
    {
        using var content = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        gzip.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Changes one of its pieces.</summary>
    public void Change(SeededRandom random)
    {
        switch (random.NextInt64(9))
        {
            case 0: Length += (uint)(random.NextInt64(2000) - 1000); break;
            case 1: Length = uint.MaxValue >> (int)random.NextInt64(32); break;
            case 2: Checksum ^= 1u << (int)random.NextInt64(32); break;
            case 3: Packed = Packed[..(int)random.NextInt64(Packed.Length + 1)]; break;
            case 4: Packed = Damage.FlipBits(Packed, random); break;
            case 5: Header[3] = (byte)random.NextInt64(256); break;  // promises of names, comments, extra fields
            case 6: Header[2] = (byte)random.NextInt64(256); break;
            case 7: Packed = Deflate(new byte[random.NextInt64(3_000_000)]); break;  // packs a thousand to one
            default: Packed = [.. Packed, .. ToBytes()]; break;  // a second member
        }
    }

    public byte[] ToBytes()
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], Length);
        return [.. Header, .. Packed, .. trailer];
    }
}
