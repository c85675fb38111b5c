namespace Gan.Net.Reliability.Fuzzing;

/// <summary>A file format under attack: sound files, changes that know its structure, and the reader with what it may do.</summary>
internal abstract class FuzzFormat
{
    private const long Slack = 1 << 20;

    /// <summary>The name on the command line and of the folder of kept files.</summary>
    public abstract string Name { get; }

    /// <summary>The name a mutant gets on disk; readers look at some names' endings.</summary>
    public virtual string FileName => Name;

    /// <summary>Sound files.</summary>
    public abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Reads a file through the door users take; throws when it refuses.</summary>
    /// <returns>The bytes that the content takes in memory.</returns>
    public abstract long Read(string path);

    /// <summary>Takes a sound file apart, changes one to three of its fields and puts it together again.</summary>
    public abstract byte[] ChangeFields(byte[] seed, SeededRandom random);

    /// <summary>Whether a reader may refuse a file this way.</summary>
    public abstract bool IsTyped(Exception refusal);

    /// <summary>Whether a cut at this length leaves a file that is whole by its format's rules.</summary>
    public virtual bool IsWholeAt(byte[] seed, int length) => false;

    /// <summary>The most a reader may allocate for a file it refused.</summary>
    public virtual long AllowedWhenRefused(byte[] file) => file.Length + Slack;

    /// <summary>The most a reader may allocate for a file it took.</summary>
    public virtual long AllowedWhenTaken(byte[] file, long content) => Math.Max(file.Length, content) + Slack;

    /// <summary>Picks one of several.</summary>
    protected static T Pick<T>(SeededRandom random, params ReadOnlySpan<T> choices) => choices[(int)random.NextInt64(choices.Length)];

    /// <summary>A whole number that breaks arithmetic more often than most.</summary>
    protected static long OddNumber(SeededRandom random) => Pick(
        random, 0, 1, -1, 2, 3, 7, 8, 255, 256, 65_535, 1 << 20, int.MaxValue, 1L << 31, uint.MaxValue, 1L << 32, 1L << 40, 1L << 53, 1L << 61, 1L << 62,
        long.MaxValue, long.MinValue, random.NextInt64(100), random.NextInt64(1 << 16));
}
