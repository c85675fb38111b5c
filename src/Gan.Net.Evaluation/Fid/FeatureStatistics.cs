using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Mean and covariance of features, gathered batch by batch in float64. The first rows' mean is taken away before anything is
/// multiplied, so that features far from zero lose no digits. Owns its sums. One thread at a time.
/// </summary>
public sealed class FeatureStatistics : IDisposable
{
    // A product of fewer rows spends its time on moving the sums rather than on the products.
    private const long RowsAtOnce = 1024;

    // Of the symmetric sums only blocks on and below the diagonal are computed.
    private const long BlockColumns = 256;

    private readonly FeatureRows _waiting = new();
    private Tensor? _shift;
    private Tensor? _sum;
    private Tensor? _products;
    private long _taken;

    /// <summary>How many rows were added.</summary>
    public long Count => _taken + _waiting.Count;

    /// <summary>Numbers in a row; 0 while there is none.</summary>
    public long Size => _shift?.shape[0] ?? _waiting.Size;

    /// <summary>Adds rows.</summary>
    /// <param name="features">Floats <c>[N, D]</c>, all finite, on any device.</param>
    /// <exception cref="ArgumentException">The rows have another length than those before, or a number is not finite.</exception>
    public void Add(Tensor features)
    {
        FeatureRows.RequireRows(features, Size);
        _waiting.Add(features);
        if (_waiting.Count >= RowsAtOnce)
        {
            TakeWaiting();
        }
    }

    /// <summary>The mean <c>[D]</c>, float64. The caller owns it.</summary>
    /// <exception cref="TooFewSamplesException">There is no row.</exception>
    public Tensor Mean()
    {
        RequireRows(1);
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(_shift! + (_sum! / Count));
    }

    /// <summary>The covariance <c>[D, D]</c>, float64. The caller owns it.</summary>
    /// <param name="ddof">What is taken off the number of rows in the divisor: 1 for the unbiased estimate, 0 for the rows' own.</param>
    /// <exception cref="TooFewSamplesException">There are not more rows than <paramref name="ddof"/>.</exception>
    public Tensor Covariance(int ddof = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ddof);
        RequireRows(ddof + 1);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var lower = _products!.tril();
        var products = lower + lower.tril(-1).t();
        return scope.MoveToOuter(products.sub_(outer(_sum!, _sum! / Count)).div_(Count - ddof));
    }

    /// <summary>Forgets all rows.</summary>
    public void Reset()
    {
        _waiting.Reset();
        _shift?.Dispose();
        _sum?.Dispose();
        _products?.Dispose();
        (_shift, _sum, _products, _taken) = (null, null, null, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reset();
        _waiting.Dispose();
    }

    private void RequireRows(long least)
    {
        if (Count < least)
        {
            throw new TooFewSamplesException(nameof(FeatureStatistics), least, $"The statistics need at least {least} row{(least == 1 ? "" : "s")}; they have {Count}. Add more first.");
        }

        if (_waiting.Count > 0)
        {
            TakeWaiting();
        }
    }

    private void TakeWaiting()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var rows = _waiting.All().to(ScalarType.Float64);
        if (_shift is null)
        {
            var size = rows.shape[1];
            _shift = rows.mean([0]).DetachFromDisposeScope();
            _sum = zeros(size, dtype: ScalarType.Float64, device: rows.device).DetachFromDisposeScope();
            _products = zeros(size, size, dtype: ScalarType.Float64, device: rows.device).DetachFromDisposeScope();
        }

        rows = rows - _shift;
        _sum!.add_(rows.sum([0]));
        AddProducts(rows);
        _taken += rows.shape[0];
        _waiting.Reset();
    }

    private void AddProducts(Tensor rows)
    {
        var size = rows.shape[1];
        for (var column = 0L; column < size; column += BlockColumns)
        {
            using var scope = NewDisposeScope();
            var width = Math.Min(BlockColumns, size - column);
            var target = _products!.narrow(0, column, size - column).narrow(1, column, width);
            target.addmm_(rows.narrow(1, column, size - column).t(), rows.narrow(1, column, width));
        }
    }
}
