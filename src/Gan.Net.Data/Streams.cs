namespace Gan.Net.Data;

/// <summary>What a seed's numbers are used for: each use has its own streams, so that none repeats another's numbers.</summary>
internal static class Streams
{
    /// <summary>The order of an epoch.</summary>
    public const ulong Order = 1;

    /// <summary>The points of a batch.</summary>
    public const ulong Points = 2;

    /// <summary>The points of a finite set.</summary>
    public const ulong PointSet = 3;

    /// <summary>One drawn digit.</summary>
    public const ulong Digit = 4;

    /// <summary>Where a picture is cropped in an epoch, and whether it is mirrored.</summary>
    public const ulong Picture = 5;

    /// <summary>Starts the stream of a seed for one use and one number.</summary>
    public static SeededRandom Start(long seed, ulong use, long number) => new(SeededRandom.Derive((ulong)seed, use, (ulong)number));
}
