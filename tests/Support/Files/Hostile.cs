using Gan.Net.IO;

namespace Gan.Net.TestSupport;

/// <summary>Attacks on readers of files.</summary>
internal static class Hostile
{
    /// <summary>Every shorter version of a file.</summary>
    public static IEnumerable<byte[]> Truncations(byte[] file) => Enumerable.Range(0, file.Length).Select(length => file[..length]);

    /// <summary>The file with one bit turned, for every bit.</summary>
    public static IEnumerable<byte[]> BitFlips(byte[] file)
    {
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            var flipped = file.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return flipped;
        }
    }

    /// <summary>Versions with one to four bytes changed, inserted or removed; the same ones in every run.</summary>
    public static IEnumerable<byte[]> Mutants(byte[] file, int count, ulong seed = 0)
    {
        var random = new SeededRandom(seed);
        for (var i = 0; i < count; i++)
        {
            var bytes = file.ToList();
            for (var change = random.NextInt64(4); change >= 0; change--)
            {
                Mutate(bytes, random);
            }

            yield return [.. bytes];
        }
    }

    /// <summary>Reads a file that must be refused, and asserts that the refusal has the right type and took less than a mebibyte.</summary>
    public static DataFormatException Refused(Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Assert.Throws<DataFormatException>(read);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        return refusal;
    }

    /// <summary>Reads a file that may be refused, but in no other way than by a <see cref="DataFormatException"/>.</summary>
    public static void ReadOrRefused(Action read)
    {
        try
        {
            read();
        }
        catch (DataFormatException)
        {
        }
    }

    private static void Mutate(List<byte> bytes, SeededRandom random)
    {
        var at = (int)random.NextInt64(bytes.Count + 1);
        var value = random.NextInt64(4) == 0 ? (byte)0xFF : (byte)random.NextInt64(256);
        switch (random.NextInt64(4))
        {
            case 0: bytes.Insert(at, value); break;
            case 1 when at < bytes.Count: bytes.RemoveAt(at); break;
            default:
                if (at < bytes.Count)
                {
                    bytes[at] = value;
                }

                break;
        }
    }
}
