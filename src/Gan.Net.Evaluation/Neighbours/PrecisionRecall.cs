using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Improved precision and recall (Kynkäänniemi et al. 2019): the share of generated samples within a ball around a real one, and of real
/// ones within a ball around a generated one; a ball reaches to its centre's k-th neighbour on the same side. Keeps the features;
/// distances are float64 and computed in blocks, so memory does not grow with the product of the counts.
/// </summary>
public sealed class PrecisionRecall : NeighbourMetric
{
    private readonly RadiusRule _rule;

    /// <summary>Starts gathering.</summary>
    /// <param name="options">The protocol; null for the paper's.</param>
    /// <exception cref="ArgumentException">An option breaks a rule.</exception>
    public PrecisionRecall(PrecisionRecallOptions? options = null) => _rule = (options ?? PrecisionRecallOptions.Improved).Checked();

    private protected override long LeastSamples => _rule.Neighbours + 1;

    private protected override IReadOnlyList<MetricResult> Compute(PointSet real, PointSet generated)
    {
        var realRadii = NearestRows.SquaredRadii(real, _rule.Neighbours);
        var generatedRadii = NearestRows.SquaredRadii(generated, _rule.Neighbours).unsqueeze(1);
        var precise = zeros(generated.Count, dtype: ScalarType.Bool, device: realRadii.device);
        var recalled = zeros(real.Count, dtype: ScalarType.Bool, device: realRadii.device);
        foreach (var block in PointSet.Blocks(generated.Count, PointSet.RowsAtOnce))
        {
            generated.VisitSquares(block, real, (squares, start) =>
            {
                var width = squares.shape[1];
                precise.narrow(0, block.Start, block.Length).logical_or_(_rule.Within(squares, realRadii.narrow(0, start, width)).any(1));
                recalled.narrow(0, start, width).logical_or_(_rule.Within(squares, generatedRadii.narrow(0, block.Start, block.Length)).any(0));
            });
        }

        return
        [
            Result("precision", _rule.Settings, Share(precise), MetricDirection.HigherIsBetter),
            Result("recall", _rule.Settings, Share(recalled), MetricDirection.HigherIsBetter),
        ];
    }

    private static double Share(Tensor flags) => flags.to(ScalarType.Float64).mean().ToDouble();
}
