using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// The steps of two empirical quantile functions laid over each other: between two neighbouring steps each is constant, so that an
/// integral over both is a sum. For equal counts the steps are the samples.
/// </summary>
internal sealed class QuantileGrid
{
    private readonly Tensor? _first;
    private readonly Tensor? _second;

    /// <summary>Lays the steps of n and m sorted samples over each other.</summary>
    public QuantileGrid(long n, long m, Device device)
    {
        if (n == m)
        {
            Weights = full(1, 1.0 / n, dtype: ScalarType.Float64, device: device);
            return;
        }

        var (first, second, weights) = (new List<long>(), new List<long>(), new List<double>());
        var (i, j, at) = (0L, 0L, Int128.Zero);
        while (i < n && j < m)
        {
            // In units of 1/nm the steps end at (i + 1)m and (j + 1)n.
            var (endOfFirst, endOfSecond) = ((Int128)(i + 1) * m, (Int128)(j + 1) * n);
            var end = Int128.Min(endOfFirst, endOfSecond);
            first.Add(i);
            second.Add(j);
            weights.Add((double)(end - at) / ((double)n * m));
            at = end;
            i += endOfFirst == end ? 1 : 0;
            j += endOfSecond == end ? 1 : 0;
        }

        _first = tensor(first.ToArray()).to(device);
        _second = tensor(second.ToArray()).to(device);
        Weights = tensor(weights.ToArray(), [weights.Count, 1]).to(device);
    }

    /// <summary>How wide each step is, <c>[steps, 1]</c> or <c>[1]</c>; all together 1.</summary>
    public Tensor Weights { get; }

    /// <summary>The first samples' values at the steps.</summary>
    public Tensor First(Tensor sorted) => _first is null ? sorted : sorted.index_select(0, _first);

    /// <summary>The second samples' values at the steps.</summary>
    public Tensor Second(Tensor sorted) => _second is null ? sorted : sorted.index_select(0, _second);
}
