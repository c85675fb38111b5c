namespace Gan.Net.Reliability.Fuzzing;

/// <summary>Changes that know nothing of a format.</summary>
internal static class Damage
{
    /// <summary>Turns one to four bits.</summary>
    public static byte[] FlipBits(byte[] file, SeededRandom random)
    {
        var changed = file.ToArray();
        for (var i = random.NextInt64(4); i >= 0 && changed.Length > 0; i--)
        {
            changed[random.NextInt64(changed.Length)] ^= (byte)(1 << (int)random.NextInt64(8));
        }

        return changed;
    }

    /// <summary>Changes, inserts or removes one to six bytes.</summary>
    public static byte[] EditBytes(byte[] file, SeededRandom random)
    {
        var bytes = file.ToList();
        for (var i = random.NextInt64(6); i >= 0; i--)
        {
            var at = (int)random.NextInt64(bytes.Count + 1);
            var value = random.NextInt64(3) switch { 0 => (byte)0xFF, 1 => (byte)0, _ => (byte)random.NextInt64(256) };
            switch (random.NextInt64(4))
            {
                case 0: bytes.Insert(at, value); break;
                case 1 when at < bytes.Count: bytes.RemoveAt(at); break;
                case 2: bytes.InsertRange(at, Enumerable.Repeat(value, (int)random.NextInt64(300))); break;
                default:
                    if (at < bytes.Count)
                    {
                        bytes[at] = value;
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Cuts the file off.</summary>
    public static byte[] Cut(byte[] file, SeededRandom random) => file[..(int)random.NextInt64(file.Length + 1)];

    /// <summary>The start of one file with the end of another, or a part of it doubled.</summary>
    public static byte[] Splice(byte[] file, byte[] other, SeededRandom random) =>
        [.. file[..(int)random.NextInt64(file.Length + 1)], .. other[(int)random.NextInt64(other.Length + 1)..]];
}
