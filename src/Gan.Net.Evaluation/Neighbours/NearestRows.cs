using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>Nearest neighbours, found block by block.</summary>
internal static class NearestRows
{
    /// <summary>For each row the squared distance to its k-th neighbour among the others of its set, <c>[N]</c>. The caller owns it.</summary>
    public static Tensor SquaredRadii(PointSet points, int k)
    {
        using var scope = NewDisposeScope();
        var radii = PointSet.Blocks(points.Count, PointSet.RowsAtOnce)
            .Select(block => Own(points, block, k).narrow(1, k - 1, 1).squeeze(1))
            .ToArray();
        return scope.MoveToOuter(cat(radii));
    }

    /// <summary>The k smallest squared distances to other rows and whose they are, <c>[rows, k]</c> each, the nearest first. The caller owns them.</summary>
    public static (Tensor Squares, Tensor Indices) Nearest(PointSet points, (long Start, long Length) block, PointSet others, int k) =>
        Smallest(points, block, others, k, isSame: false);

    private static Tensor Own(PointSet points, (long Start, long Length) block, int k)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Smallest(points, block, points, k, isSame: true).Squares);
    }

    private static (Tensor Squares, Tensor Indices) Smallest(PointSet points, (long Start, long Length) block, PointSet others, int k, bool isSame)
    {
        using var scope = NewDisposeScope();
        Tensor? squares = null;
        Tensor? indices = null;
        points.VisitSquares(block, others, (all, start) =>
        {
            if (isSame)
            {
                ForbidItself(all, block, start);
            }

            var (values, places) = all.topk((int)Math.Min(k, all.shape[1]), 1, largest: false);
            places = places.add(start);
            if (squares is not null)
            {
                (values, places) = Merge(cat([squares, values], 1), cat([indices!, places], 1), k);
            }

            (squares, indices) = (values.MoveToOtherDisposeScope(scope), places.MoveToOtherDisposeScope(scope));
        });
        return (scope.MoveToOuter(squares!), scope.MoveToOuter(indices!));
    }

    private static (Tensor, Tensor) Merge(Tensor squares, Tensor indices, int k)
    {
        var (values, order) = squares.topk((int)Math.Min(k, squares.shape[1]), 1, largest: false);
        return (values, indices.gather(1, order));
    }

    // A row is no neighbour of itself: its place in the block lies on a diagonal.
    private static void ForbidItself(Tensor squares, (long Start, long Length) block, long columnStart)
    {
        var first = Math.Max(block.Start, columnStart);
        var last = Math.Min(block.Start + block.Length, columnStart + squares.shape[1]);
        if (first < last)
        {
            squares.narrow(0, first - block.Start, last - first).narrow(1, first - columnStart, last - first).diagonal().fill_(double.PositiveInfinity);
        }
    }
}
