using System.Collections;

namespace TorchSharp.Utils;

/// <summary>
/// The numbers below a size in random order, drawn anew at each enumeration; with a seed, each time the same, and the same
/// as TorchSharp's.
/// </summary>
public class FisherYatesShuffler : IEnumerable<long>
{
    private readonly long size;
    private readonly int? seed;

    public FisherYatesShuffler(long size, int? seed = null)
    {
        this.size = size;
        this.seed = seed;
    }

    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shuffled()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Inside out: each number takes the place of one before it, or its own, and that one moves to the end.
    private long[] Shuffled()
    {
        var random = seed is int known ? new Random(known) : new Random();
        var order = new long[size];
        for (var i = 0L; i < size; i++)
        {
            var place = ((long)random.Next() << 32) + (uint)random.Next();
            place %= i + 1;
            order[i] = order[place];
            order[place] = i;
        }

        return order;
    }
}
