using Gan.Net.Data;
using Gan.Net.IO;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>CIFAR-10 files, plain or packed.</summary>
internal sealed class CifarFormat(bool packed) : FuzzFormat
{
    private const int Record = 3073;

    public override string Name => packed ? "cifar.gz" : "cifar";

    public override IReadOnlyList<byte[]> Seeds { get; } = [.. ((byte[][])[Records(1), Records(2)]).Select(file => packed ? GzipDraft.Of(file).ToBytes() : file)];

    public override long Read(string path)
    {
        using var set = CifarFile.Read(path);
        return set.Count * Record;
    }

    public override bool IsTyped(Exception refusal) => refusal is DataFormatException;

    // The plain layout says nowhere how many pictures there are.
    public override bool IsWholeAt(byte[] seed, int length) => !packed && length > 0 && length % Record == 0;

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
        switch (random.NextInt64(4))
        {
            case 0 when file.Count > 0: file[Record * (int)random.NextInt64((file.Count + Record - 1) / Record)] = (byte)random.NextInt64(256); break;
            case 1: file.AddRange(new byte[Pick(random, 1, Record - 1, Record, Record + 1)]); break;
            case 2: file.RemoveRange(0, (int)Math.Min(file.Count, Pick(random, 1, Record - 1, Record, Record + 1))); break;
            default: file.AddRange(file.Take(Record).ToList()); break;
        }
    }

    private static byte[] Records(int count)
    {
        var random = new SeededRandom((ulong)count);
        return [.. Enumerable.Range(0, count * Record).Select(i => i % Record == 0 ? (byte)(i / Record) : (byte)random.NextInt64(256))];
    }
}
