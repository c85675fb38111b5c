using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Monitoring;

/// <summary>
/// Data to compare samples with: its deviation, and regions around centres found by k-means, each with its share of the data. Comparing
/// shares of regions is the idea of Richardson and Weiss 2018 (number of statistically different bins). Holds plain numbers only.
/// </summary>
internal sealed class SampleReference
{
    private const int Data = 1024;
    private const int Regions = 16;

    // A region whose share falls below a quarter of its due is missed: with 16 samples due, chance does that once in 20,000.
    private const double MissedBelow = 0.25;

    // Data lies within 1.5 times its region's mean distance, four samples of five in the plane and nearly all in a picture's space.
    private const double Reach = 1.5;
    private const int LargestSide = 32;

    private readonly float[] _centres;
    private readonly double[] _shares;
    private readonly double[] _reach;
    private readonly double _deviation;

    private SampleReference(Tensor data)
    {
        using var centres = KMeans.Centres(data, Regions);
        _centres = centres.data<float>().ToArray();
        _deviation = DeviationOf(data);
        var count = centres.shape[0];
        _shares = new double[count];
        _reach = new double[count];
        var (regions, distances) = Nearest(data, centres);
        for (var i = 0; i < regions.Length; i++)
        {
            _shares[regions[i]] += 1.0 / regions.Length;
            _reach[regions[i]] += distances[i];
        }

        for (var region = 0; region < count; region++)
        {
            _reach[region] *= Reach / Math.Max(1, _shares[region] * regions.Length);
        }
    }

    /// <summary>Looks at the source's first batches, about a thousand samples.</summary>
    public static SampleReference Of(IBatchSource<Batch> source)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var batches = new List<Tensor>();
        for (long i = 0, count = 0; count < Data && i < (source.BatchesPerEpoch ?? long.MaxValue); i++)
        {
            batches.Add(Prepare(source.GetBatch(i).Samples));
            count += batches[^1].shape[0];
        }

        return new SampleReference(cat(batches));
    }

    /// <summary>Compares samples <c>[N, ...sample]</c> with the data. Not finite where the samples are not.</summary>
    public SampleReading Describe(Tensor samples)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var prepared = Prepare(samples);
        var centres = tensor(_centres).view(_shares.Length, -1);
        var (regions, distances) = Nearest(prepared, centres);
        var shares = new double[_shares.Length];
        var near = 0;
        for (var i = 0; i < regions.Length; i++)
        {
            shares[regions[i]] += 1.0 / regions.Length;
            near += distances[i] <= _reach[regions[i]] ? 1 : 0;
        }

        return new SampleReading
        {
            Spread = SpreadOf(DeviationOf(prepared)),
            Missed = Enumerable.Range(0, shares.Length).Where(region => shares[region] < MissedBelow * _shares[region]).Sum(region => _shares[region]),
            Near = (double)near / regions.Length,
            Shares = shares,
        };
    }

    // Data that is all alike has no spread to compare with: only numbers that are none show in it.
    private double SpreadOf(double deviation) => _deviation > 0 || !double.IsFinite(deviation) ? deviation / _deviation : 1;

    // As rows of numbers; large pictures as small ones, which is enough to tell them apart.
    private static Tensor Prepare(Tensor samples)
    {
        var small = samples.ndim == 4 && Math.Max(samples.shape[2], samples.shape[3]) > LargestSide
            ? nn.functional.adaptive_avg_pool2d(samples, [Math.Min(samples.shape[2], LargestSide), Math.Min(samples.shape[3], LargestSide)])
            : samples;
        return small.reshape(small.shape[0], -1).to(ScalarType.Float32).cpu();
    }

    private static double DeviationOf(Tensor rows) => rows.sub(rows.mean([0L], true)).square().sum(1).mean().sqrt().ToDouble();

    private static (long[] Regions, float[] Distances) Nearest(Tensor rows, Tensor centres)
    {
        using var scope = NewDisposeScope();
        var (distances, regions) = cdist(rows, centres, compute_mode: compute_mode.donot_use_mm_for_euclid_dist).min(1);
        return (regions.data<long>().ToArray(), distances.data<float>().ToArray());
    }
}
