using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>Rows of features as they were added, in the type they came in. Owns its copies.</summary>
internal sealed class FeatureRows : IDisposable
{
    private readonly List<Tensor> _pieces = [];

    public long Count { get; private set; }

    /// <summary>Numbers in a row; 0 while there is none.</summary>
    public long Size { get; private set; }

    /// <exception cref="ArgumentException">The rows have another length than those before, or a number is not finite.</exception>
    public void Add(Tensor rows)
    {
        RequireRows(rows, Size);
        using var still = no_grad();
        _pieces.Add(rows.detach().clone().DetachFromDisposeScope());
        Count += rows.shape[0];
        Size = rows.shape[1];
    }

    /// <summary>All rows <c>[Count, Size]</c>. They stay this object's.</summary>
    public Tensor All()
    {
        if (_pieces.Count > 1)
        {
            var all = cat(_pieces).DetachFromDisposeScope();
            Clear(_pieces);
            _pieces.Add(all);
        }

        return _pieces[0];
    }

    public void Reset()
    {
        Clear(_pieces);
        (Count, Size) = (0, 0);
    }

    public void Dispose() => Clear(_pieces);

    /// <exception cref="ArgumentException">The rows have another length than <paramref name="size"/> unless it is 0, or a number is not finite.</exception>
    public static void RequireRows(Tensor rows, long size)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.ndim != 2 || rows.shape[0] < 1 || rows.shape[1] < 1 || !rows.is_floating_point() || (size > 0 && rows.shape[1] != size))
        {
            throw new ArgumentException(
                $"The values are {rows.dtype} [{string.Join(", ", rows.shape)}]; expected floats [N, {(size > 0 ? size : "D")}]{(size > 0 ? ", as those before" : "")}.", nameof(rows));
        }

        using var scope = NewDisposeScope();
        if (!rows.isfinite().all().ToBoolean())
        {
            throw new ArgumentException("The values hold NaN or infinity, of which no metric can be made. A generator that makes them has diverged.", nameof(rows));
        }
    }

    private static void Clear(List<Tensor> pieces)
    {
        pieces.ForEach(piece => piece.Dispose());
        pieces.Clear();
    }
}
