using System.Buffers.Binary;
using Gan.Net.Data;
using Gan.Net.IO;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>IDX files, plain or packed: read as an array, and as images.</summary>
internal sealed class IdxFormat(bool packed) : FuzzFormat
{
    public override string Name => packed ? "idx.gz" : "idx";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. ((byte[][])[Array(3, 4, 5), Array(7), Array(2, 3, 6, 6), Array(5, 0, 2)]).Select(file => packed ? GzipDraft.Of(file).ToBytes() : file),
        .. packed ? (byte[][])[GzipDraft.Of(Array(300, 40, 50)).ToBytes()] : [],
    ];

    public override long Read(string path)
    {
        var array = IdxFile.Read(path);
        try
        {
            using var samples = IdxFile.ReadSamples(path);
        }
        catch (DataFormatException refusal) when (refusal.Message.Contains("images are [N", StringComparison.Ordinal))
        {
        }

        return array.Content.Length;
    }

    public override bool IsTyped(Exception refusal) => refusal is DataFormatException;

    public override byte[] ChangeFields(byte[] seed, SeededRandom random)
    {
        var content = (packed ? GzipDraft.Unpack(seed) : seed).ToList();
        var changes = random.NextInt64(3);
        for (var i = packed ? 1 : 0; i <= changes; i++)
        {
            Change(content, random);
        }

        if (!packed)
        {
            return [.. content];
        }

        var gzip = GzipDraft.Of([.. content]);
        gzip.Change(random);
        return gzip.ToBytes();
    }

    private static void Change(List<byte> file, SeededRandom random)
    {
        var dimensions = file.Count > 3 ? file[3] : (byte)0;
        switch (random.NextInt64(7))
        {
            case 0 when file.Count > 3: file[(int)random.NextInt64(2)] = (byte)random.NextInt64(256); break;
            case 1 when file.Count > 3: file[2] = Pick<byte>(random, 0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x0E, 0, 0xFF); break;
            case 2 when file.Count > 3: file[3] = Pick<byte>(random, 0, 1, 2, 3, 4, 8, 9, 255); break;
            case 3: file.AddRange(Enumerable.Repeat((byte)7, (int)random.NextInt64(50))); break;
            case 4: file.RemoveRange(file.Count - (int)random.NextInt64(Math.Min(50, file.Count + 1)), 0); break;
            default:
                var at = 4 + 4 * (int)random.NextInt64(Math.Max(1, (int)dimensions));
                if (at + 4 <= file.Count)
                {
                    var size = new byte[4];
                    BinaryPrimitives.WriteInt32BigEndian(size, unchecked((int)OddNumber(random)));
                    file.RemoveRange(at, 4);
                    file.InsertRange(at, size);
                }

                break;
        }
    }

    private static byte[] Array(params int[] shape)
    {
        var file = new byte[4 + 4 * shape.Length + shape.Aggregate(1, (product, size) => product * size)];
        (file[2], file[3]) = (0x08, (byte)shape.Length);
        for (var i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + 4 * i), shape[i]);
        }

        for (var i = 4 + 4 * shape.Length; i < file.Length; i++)
        {
            file[i] = (byte)(i * 31);
        }

        return file;
    }
}
