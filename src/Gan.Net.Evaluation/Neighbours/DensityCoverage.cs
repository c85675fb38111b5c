using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Density and coverage (Naeem et al. 2020): in how many balls around real samples a generated one lies on average, over k, and the share
/// of these balls that hold one; a ball reaches to its centre's k-th real neighbour. A perfect generator has a density of 1 and, with N real
/// and M generated samples, a coverage of 1 - Π(N - j)/(N + M - j) over j = 1..k. Outliers among the real samples count less than in
/// <see cref="PrecisionRecall"/>. Keeps the features; distances are float64 and computed in blocks.
/// </summary>
public sealed class DensityCoverage : NeighbourMetric
{
    private readonly RadiusRule _rule;

    /// <summary>Starts gathering.</summary>
    /// <param name="options">The protocol; null for the authors' code's.</param>
    /// <exception cref="ArgumentException">An option breaks a rule.</exception>
    public DensityCoverage(DensityCoverageOptions? options = null) => _rule = (options ?? new DensityCoverageOptions()).Checked();

    private protected override long LeastSamples => _rule.Neighbours + 1;

    private protected override IReadOnlyList<MetricResult> Compute(PointSet real, PointSet generated)
    {
        var radii = NearestRows.SquaredRadii(real, _rule.Neighbours);
        var covered = zeros(real.Count, dtype: ScalarType.Bool, device: radii.device);
        var hits = 0L;
        foreach (var block in PointSet.Blocks(generated.Count, PointSet.RowsAtOnce))
        {
            generated.VisitSquares(block, real, (squares, start) =>
            {
                var width = squares.shape[1];
                var within = _rule.Within(squares, radii.narrow(0, start, width));
                hits += within.sum().ToInt64();
                covered.narrow(0, start, width).logical_or_(within.any(0));
            });
        }

        return
        [
            Result("density", _rule.Settings, hits / ((double)_rule.Neighbours * generated.Count), MetricDirection.HigherIsBetter),
            Result("coverage", _rule.Settings, covered.to(ScalarType.Float64).mean().ToDouble(), MetricDirection.HigherIsBetter),
        ];
    }
}
