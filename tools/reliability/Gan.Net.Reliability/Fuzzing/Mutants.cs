namespace Gan.Net.Reliability.Fuzzing;

/// <summary>An endless, repeatable series of broken files of a format: mutant n is a function of the seed and n.</summary>
internal static class Mutants
{
    // What changes the structure comes most often: blind changes mostly die at the first checksum.
    private const int StructuredShare = 5;

    public static byte[] Make(FuzzFormat format, ulong seed, long number)
    {
        var random = new SeededRandom(SeededRandom.Derive(seed, (ulong)number));
        var file = format.Seeds[(int)random.NextInt64(format.Seeds.Count)];
        var other = format.Seeds[(int)random.NextInt64(format.Seeds.Count)];
        return random.NextInt64(StructuredShare + 4) switch
        {
            0 => Damage.FlipBits(file, random),
            1 => Damage.EditBytes(file, random),
            2 => Damage.Cut(file, random),
            3 => Damage.Splice(file, other, random),
            _ => format.ChangeFields(file, random),
        };
    }
}
