using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>Looks at a whole set in memory: its labels, its range, its digest. About 50 ms for MNIST.</summary>
internal static class SetSummary
{
    private const long BytesAtOnce = 1 << 26;

    /// <summary>Of samples <c>[N, ...]</c>, bytes or floats, and their labels <c>[N]</c> (int64) or null.</summary>
    public static DataSummary Of(Tensor samples, Tensor? labels)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var own = labels?.cpu();
        return new DataSummary
        {
            LabelCounts = own is null ? null : CountsOf(own.data<long>().ToArray()),
            Range = RangeOf(samples),
            Digest = DigestOf(samples, own),
        };
    }

    private static SortedDictionary<long, long> CountsOf(IEnumerable<long> labels)
    {
        var counts = new SortedDictionary<long, long>();
        foreach (var label in labels)
        {
            counts[label] = counts.GetValueOrDefault(label) + 1;
        }

        return counts;
    }

    // Bytes as models see them: 0 to 255 stand for -1 to 1. A NaN, which no order knows, shows in both ends.
    private static (double Lowest, double Highest) RangeOf(Tensor samples)
    {
        double Seen(Tensor value) => value.to(ScalarType.Float64).ToDouble() is var number && samples.dtype == ScalarType.Byte ? number / 127.5 - 1 : number;
        return (Seen(samples.min()), Seen(samples.max()));
    }

    // Type and shape with the content: [2, 3] and [3, 2] of the same bytes are different data.
    private static string DigestOf(Tensor samples, Tensor? labels)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, samples);
        if (labels is not null)
        {
            Append(hash, labels);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, Tensor tensor)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        hash.AppendData(Encoding.UTF8.GetBytes(tensor.dtype.ToString()));
        foreach (var size in tensor.shape)
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, size);
            hash.AppendData(number);
        }

        var rows = Math.Max(1, BytesAtOnce / Math.Max(1, tensor.numel() / tensor.shape[0] * tensor.ElementSize));
        for (var row = 0L; row < tensor.shape[0]; row += rows)
        {
            using var scope = NewDisposeScope();
            hash.AppendData(tensor.narrow(0, row, Math.Min(rows, tensor.shape[0] - row)).cpu().contiguous().bytes);
        }
    }
}
