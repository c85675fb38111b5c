using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Whether generated samples are copies of training samples: FID and its like reward copying. Two results: <c>memorised</c>, the share
/// whose nearest training sample stands out from the second nearest (Yoon et al. 2023); <c>authenticity</c> (Alaa et al. 2022), the share
/// farther from its nearest training sample than that one is from the other training samples, for fresh samples of the data itself a third on
/// a line, 0.38 in the plane, a half and more in many dimensions. The real samples are to be the training set, all of it: what was not added cannot be found. Keeps the features.
/// </summary>
public sealed class Memorisation : NeighbourMetric
{
    private readonly MemorisationOptions _options;
    private List<NearestNeighbour> _neighbours = [];

    /// <summary>Starts gathering.</summary>
    /// <param name="options">When a sample counts as memorised; null for the default.</param>
    /// <exception cref="ArgumentException">An option breaks a rule.</exception>
    public Memorisation(MemorisationOptions? options = null) => _options = (options ?? new MemorisationOptions()).Checked();

    /// <summary>Each generated sample's nearest training sample at the last <see cref="NeighbourMetric.Compute()"/>, in the order of adding: to show them side by side.</summary>
    public IReadOnlyList<NearestNeighbour> Neighbours => _neighbours;

    private protected override long LeastSamples => 2;

    private protected override IReadOnlyList<MetricResult> Compute(PointSet real, PointSet generated)
    {
        _neighbours = [.. PointSet.Blocks(generated.Count, PointSet.RowsAtOnce).SelectMany(block => Find(real, generated, block))];
        var count = (double)_neighbours.Count;
        var memorised = _neighbours.Count(neighbour => neighbour.Distance < _options.Ratio * neighbour.SecondDistance);
        var authentic = _neighbours.Count(neighbour => neighbour.Distance > neighbour.RealDistance);
        return
        [
            Result("memorised", _options.Settings, memorised / count, MetricDirection.LowerIsBetter),
            Result("authenticity", "", authentic / count, MetricDirection.HigherIsBetter),
        ];
    }

    private static List<NearestNeighbour> Find(PointSet real, PointSet generated, (long Start, long Length) block)
    {
        using var scope = NewDisposeScope();
        var (squares, indices) = NearestRows.Nearest(generated, block, real, 2);
        var places = indices.cpu().narrow(1, 0, 1).contiguous().data<long>().ToArray();
        var distances = squares.to(ScalarType.Float64).sqrt().cpu().contiguous().data<double>().ToArray();
        var own = OwnDistances(real, places);
        return [.. places.Select((place, i) => new NearestNeighbour
        {
            Generated = block.Start + i,
            Real = place,
            Distance = distances[2 * i],
            SecondDistance = distances[(2 * i) + 1],
            RealDistance = own[i],
        })];
    }

    // A sample's nearest neighbour in its own set is itself, its second nearest the one asked for.
    private static double[] OwnDistances(PointSet real, long[] places)
    {
        using var chosen = real.Select(places);
        var (squares, _) = NearestRows.Nearest(chosen, (0, chosen.Count), real, 2);
        return squares.narrow(1, 1, 1).to(ScalarType.Float64).sqrt().cpu().contiguous().data<double>().ToArray();
    }
}
