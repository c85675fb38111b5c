using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Monitoring;

/// <summary>
/// k-means: centres that the rows of a table gather around. Starts as k-means++ does (Arthur and Vassilvitskii 2007) and follows Lloyd's
/// iteration. The same rows give the same centres.
/// </summary>
internal static class KMeans
{
    private const int Iterations = 20;

    /// <summary>The centres <c>[k, D]</c> of rows <c>[N, D]</c>; fewer where there are fewer different rows. The caller owns them.</summary>
    public static Tensor Centres(Tensor rows, int count)
    {
        using var scope = NewDisposeScope();
        var centres = Start(rows, count);
        for (var i = 0; i < Iterations; i++)
        {
            var members = nn.functional.one_hot(Distances(rows, centres).argmin(1), centres.shape[0]).to(ScalarType.Float32);
            var sizes = members.sum([0L]).unsqueeze(1);

            // A centre that lost all its rows stays.
            centres = where(sizes.gt(0), members.t().mm(rows).div(sizes.clamp_min(1)), centres);
        }

        return scope.MoveToOuter(centres);
    }

    // Each further centre is a row, more likely the further it is from the centres so far.
    private static Tensor Start(Tensor rows, int count)
    {
        var random = new SeededRandom(0);
        var centres = rows.narrow(0, random.NextInt64(rows.shape[0]), 1);
        while (centres.shape[0] < count)
        {
            var weights = Distances(rows, centres).amin([1L]).square().to(ScalarType.Float64).cumsum(0).data<double>().ToArray();
            if (weights[^1] <= 0)
            {
                break;
            }

            var chosen = Array.BinarySearch(weights, random.NextDouble() * weights[^1]);
            centres = cat([centres, rows.narrow(0, Math.Min(chosen < 0 ? ~chosen : chosen + 1, weights.Length - 1), 1)]);
        }

        return centres;
    }

    private static Tensor Distances(Tensor rows, Tensor centres) => cdist(rows, centres, compute_mode: compute_mode.donot_use_mm_for_euclid_dist);
}
