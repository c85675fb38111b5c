using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Gan.Net.Imaging;
using Gan.Net.IO;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>PNG files, changed chunk by chunk with checksums that fit again, so that a change gets past the first line of defence.</summary>
internal sealed class PngFormat : FuzzFormat
{
    private const int SignatureLength = 8;

    public override string Name => "png";

    public override IReadOnlyList<byte[]> Seeds { get; } = [Written(5, 4, 3), Written(16, 16, 1), Written(3, 9, 4), Written(1, 1, 1)];

    public override long Read(string path)
    {
        var image = PictureFile.Read(path);
        return image.Pixels.Length;
    }

    // A decoder needs neither the end chunk nor the checksums behind the last row.
    public override bool IsWholeAt(byte[] seed, int length) => DecodedPicture.IsSame(seed[..length], seed);

    // Up to eight bytes for each pixel while it is decoded, rounded up to a power of two, and the picture.
    public override long AllowedWhenTaken(byte[] file, long content) => 2 * base.AllowedWhenTaken(file, 17 * content);

    public override bool IsTyped(Exception refusal) => refusal is DataFormatException;

    // A picture is made when its header is sound; what its data holds comes to light later.
    public override long AllowedWhenRefused(byte[] file)
    {
        var declared = file.Length < 26 ? 0 : (long)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(16)) * BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(20));
        return base.AllowedWhenRefused(file) + (declared > 0 && declared <= new PictureReadOptions().MaximumPixels ? 8 * declared : 0);
    }

    public override byte[] ChangeFields(byte[] seed, SeededRandom random)
    {
        var chunks = Split(seed);
        for (var i = random.NextInt64(3); i >= 0; i--)
        {
            Change(chunks, random);
        }

        return [.. seed[..SignatureLength], .. chunks.SelectMany(chunk => chunk.ToBytes())];
    }

    private static void Change(List<Chunk> chunks, SeededRandom random)
    {
        var chunk = chunks.Count == 0 ? new Chunk("IDAT", []) : chunks[(int)random.NextInt64(chunks.Count)];
        var data = chunks.FirstOrDefault(other => other.Type == "IDAT") ?? chunk;
        switch (random.NextInt64(16))
        {
            case 0: chunk.Type = Pick(random, "IHDR", "IDAT", "IEND", "PLTE", "tEXt", "ABCD", "idat", "\0\0\0\0"); break;
            case 1: chunk.LengthOff = (int)OddNumber(random); break;
            case 2: chunk.ChecksumOff = 1u << (int)random.NextInt64(32); break;
            case 3: chunks.Remove(chunk); break;
            case 4: chunks.Insert((int)random.NextInt64(chunks.Count + 1), new Chunk(chunk.Type, chunk.Content)); break;
            case 5: chunks.Insert((int)random.NextInt64(chunks.Count + 1), new Chunk("tEXt", new byte[random.NextInt64(5000)])); break;
            case 6 or 7 or 8 when chunks.Count > 0 && chunks[0].Content.Length == 13: ChangeHeader(chunks[0].Content, random); break;
            case 9: data.Content = Damage.FlipBits(data.Content, random); break;
            case 10: data.Content = Damage.EditBytes(data.Content, random); break;
            case 11: data.Content = Packed(new byte[random.NextInt64(2000)]); break;
            case 12: data.Content = Packed(new byte[random.NextInt64(3_000_000)]); break;
            case 13: data.Content = Repacked(data.Content, rows => Damage.EditBytes(rows, random)); break;
            case 14: data.Content = Repacked(data.Content, rows => Damage.FlipBits(rows, random)); break;
            default:
                var at = (int)random.NextInt64(data.Content.Length + 1);
                chunks.Insert(chunks.IndexOf(data) + 1, new Chunk("IDAT", data.Content[at..]));
                data.Content = data.Content[..at];
                break;
        }
    }

    private static void ChangeHeader(byte[] header, SeededRandom random)
    {
        switch (random.NextInt64(4))
        {
            case 0: BinaryPrimitives.WriteInt32BigEndian(header, unchecked((int)OddNumber(random))); break;
            case 1: BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), unchecked((int)OddNumber(random))); break;
            case 2: header[9] = Pick<byte>(random, 0, 2, 3, 4, 6, 7, 255); break;
            default: header[8 + random.NextInt64(5)] = (byte)random.NextInt64(256); break;
        }
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }

    private static byte[] Repacked(byte[] packed, Func<byte[], byte[]> change)
    {
        try
        {
            using var rows = new MemoryStream();
            using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            zlib.CopyTo(rows);
            return Packed(change(rows.ToArray()));
        }
        catch (InvalidDataException)
        {
            return packed;
        }
    }

    private static List<Chunk> Split(byte[] file)
    {
        var chunks = new List<Chunk>();
        for (var at = SignatureLength; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            chunks.Add(new Chunk(Encoding.Latin1.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
            at += length + 12;
        }

        return chunks;
    }

    private static byte[] Written(int width, int height, int channels)
    {
        var random = new SeededRandom((ulong)width);
        var image = new PixelImage(width, height, channels);
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = (byte)random.NextInt64(256);
        }

        using var stream = new MemoryStream();
        PictureFile.Write(image, stream, PictureFormat.Png);
        return stream.ToArray();
    }

    private sealed class Chunk(string type, byte[] content)
    {
        public string Type { get; set; } = type;

        public byte[] Content { get; set; } = [.. content];

        public int LengthOff { get; set; }

        public uint ChecksumOff { get; set; }

        public byte[] ToBytes()
        {
            byte[] body = [.. Encoding.Latin1.GetBytes(Type), .. Content];
            Span<byte> number = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, unchecked(Content.Length + LengthOff));
            byte[] length = [.. number];
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(body) ^ ChecksumOff);
            return [.. length, .. body, .. number];
        }
    }
}
