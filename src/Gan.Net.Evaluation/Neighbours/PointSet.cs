using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>Rows of features whose distances are asked for block by block, in float64: no full matrix, and no float64 copy of all rows.</summary>
internal sealed class PointSet : IDisposable
{
    public const long RowsAtOnce = 1024;
    public const long ColumnsAtOnce = 2048;

    // Below, distances are sums of squared differences; above, the product that replaces them is as exact and far faster.
    private const long FewFeatures = 16;

    private readonly Tensor _rows;
    private readonly Tensor _shift;

    /// <param name="rows">Floats <c>[N, D]</c>, which stay the caller's.</param>
    /// <param name="shift">Taken off every row, <c>[D]</c> float64: distances do not change, and near zero the products lose fewer digits. Stays the caller's.</param>
    public PointSet(Tensor rows, Tensor shift)
    {
        _rows = rows;
        _shift = shift;
        using var scope = NewDisposeScope();
        Norms = cat([.. Blocks(Count, ColumnsAtOnce).Select(SquaredLengths)]).DetachFromDisposeScope();
    }

    public long Count => _rows.shape[0];

    /// <summary>The squared lengths <c>[N]</c>.</summary>
    private Tensor Norms { get; }

    /// <summary>The mean of rows <c>[D]</c>, float64. The caller owns it.</summary>
    public static Tensor MeanOf(Tensor rows)
    {
        using var scope = NewDisposeScope();
        var sum = zeros(rows.shape[1], dtype: ScalarType.Float64, device: rows.device);
        foreach (var (start, length) in Blocks(rows.shape[0], ColumnsAtOnce))
        {
            sum.add_(rows.narrow(0, start, length).sum([0], type: ScalarType.Float64));
        }

        return scope.MoveToOuter(sum / rows.shape[0]);
    }

    public static IEnumerable<(long Start, long Length)> Blocks(long count, long length)
    {
        for (var start = 0L; start < count; start += length)
        {
            yield return (start, Math.Min(length, count - start));
        }
    }

    /// <summary>Squared distances of some of these rows to all of the others', in blocks <c>[rows, columns]</c>: float64, rounded to float32.</summary>
    /// <param name="block">Which of these rows.</param>
    /// <param name="others">The other set.</param>
    /// <param name="visit">Takes the squares and the first column's number. What it keeps it must move out of the scope.</param>
    public void VisitSquares((long Start, long Length) block, PointSet others, Action<Tensor, long> visit)
    {
        using var scope = NewDisposeScope();
        var rows = Take(block);
        var norms = Norms.narrow(0, block.Start, block.Length).unsqueeze(1);
        foreach (var columns in Blocks(others.Count, ColumnsAtOnce))
        {
            using var inner = NewDisposeScope();
            visit(Squares(rows, norms, others.Take(columns), others.Norms.narrow(0, columns.Start, columns.Length)), columns.Start);
        }
    }

    /// <summary>Some of the rows as a set of their own. The caller owns it.</summary>
    public PointSet Select(long[] places) => new(_rows.index_select(0, tensor(places).to(_rows.device)), _shift);

    public void Dispose() => Norms.Dispose();

    private Tensor Take((long Start, long Length) block) => _rows.narrow(0, block.Start, block.Length).to(ScalarType.Float64, copy: true).sub_(_shift);

    private Tensor SquaredLengths((long Start, long Length) block)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Take(block).square().sum(1));
    }

    // Rounded to float32 at the end: a distance that two products compute in another order of sums then compares as equal to itself.
    private static Tensor Squares(Tensor rows, Tensor rowNorms, Tensor columns, Tensor columnNorms) => (rows.shape[1] <= FewFeatures
        ? cdist(rows, columns, 2, compute_mode.donot_use_mm_for_euclid_dist).square()
        : rows.mm(columns.t()).mul_(-2).add_(rowNorms).add_(columnNorms).clamp_(min: 0)).to(ScalarType.Float32);
}
