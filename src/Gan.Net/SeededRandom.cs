using System.Numerics;

namespace Gan.Net;

/// <summary>
/// A small random generator whose series never change: xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64.
/// For data order, drawings and derived seeds, where a seed must mean the same in every version. Not for secrets, not thread-safe.
/// </summary>
public sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts the series of a seed.</summary>
    public SeededRandom(ulong seed)
    {
        _s0 = SplitMix(ref seed);
        _s1 = SplitMix(ref seed);
        _s2 = SplitMix(ref seed);
        _s3 = SplitMix(ref seed);
    }

    /// <summary>A seed for an independent stream: the same seed and stream always give the same one.</summary>
    public static ulong Derive(ulong seed, ulong stream)
    {
        var state = seed;
        var mixed = SplitMix(ref state) ^ BitOperations.RotateLeft(stream * 0x9E37_79B9_7F4A_7C15, 32);
        return SplitMix(ref mixed);
    }

    /// <summary>A seed for an independent stream with two numbers, such as an epoch and a worker.</summary>
    public static ulong Derive(ulong seed, ulong stream, ulong substream) => Derive(Derive(seed, stream), substream);

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number in [0, <paramref name="bound"/>), each equally likely.</summary>
    /// <param name="bound">At least 1.</param>
    public long NextInt64(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var rejected = (0 - range) % range;  // 2^64 mod range: below it the low half of the product is biased
        while (true)
        {
            var high = Math.BigMul(NextUInt64(), range, out var low);
            if (low >= rejected)
            {
                return (long)high;
            }
        }
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number of N(0, 1), by the polar form's trigonometric twin (Box and Muller 1958): two uniforms each, none kept.</summary>
    public double NextGaussian()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Puts the items in a random order, each order equally likely (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)NextInt64(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E37_79B9_7F4A_7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }
}
