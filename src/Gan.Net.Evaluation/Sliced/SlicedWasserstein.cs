using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Sliced Wasserstein distance (Rabin et al. 2011): the samples are projected on random directions, and along a line the distance
/// between two sets is that of their sorted values, exact for any two counts. Needs no covariance and no kernel, so it suits few samples
/// and few dimensions. float64. Keeps the features.
/// </summary>
public sealed class SlicedWasserstein : IMetric
{
    private const long NumbersAtOnce = 1 << 22;

    private readonly SlicedWassersteinOptions _options;
    private readonly FeatureRows _real = new();
    private readonly FeatureRows _generated = new();

    /// <summary>Starts gathering.</summary>
    /// <param name="options">The protocol; null for the default.</param>
    /// <exception cref="ArgumentException">An option breaks a rule.</exception>
    public SlicedWasserstein(SlicedWassersteinOptions? options = null) => _options = (options ?? new SlicedWassersteinOptions()).Checked();

    /// <inheritdoc/>
    public MetricInput Input => MetricInput.Features;

    /// <inheritdoc/>
    public void AddReal(Tensor values) => _real.Add(values);

    /// <inheritdoc/>
    public void AddGenerated(Tensor values) => _generated.Add(values);

    /// <summary>One result, <c>swd</c>.</summary>
    /// <exception cref="TooFewSamplesException">A side has no sample.</exception>
    /// <exception cref="ArgumentException">The two sides' features differ in length.</exception>
    public IReadOnlyList<MetricResult> Compute()
    {
        Samples.Require(nameof(SlicedWasserstein), _real.Count, _generated.Count);
        Samples.RequireSameSize(_real.Size, _generated.Size);
        using var directions = Directions(_real.Size, _options.Projections, (ulong)_options.Seed, _real.All().device);
        var mean = MeanPower(directions);
        return
        [
            new MetricResult
            {
                Metric = "swd",
                Settings = _options.Settings,
                RealSamples = _real.Count,
                GeneratedSamples = _generated.Count,
                Value = _options.Form switch
                {
                    SlicedWassersteinForm.Distance => Math.Pow(mean, 1 / _options.Power),
                    SlicedWassersteinForm.Power => mean,
                    _ => 3 * _real.Size * mean,
                },
                Direction = MetricDirection.LowerIsBetter,
            },
        ];
    }

    /// <inheritdoc/>
    public void ResetGenerated() => _generated.Reset();

    /// <inheritdoc/>
    public void Reset()
    {
        _real.Reset();
        _generated.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _real.Dispose();
        _generated.Dispose();
    }

    /// <summary>The mean of W_p^p along directions <c>[D, L]</c>, float64 and of length 1.</summary>
    internal double MeanPower(Tensor directions)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var grid = new QuantileGrid(_real.Count, _generated.Count, directions.device);
        var sum = 0.0;
        foreach (var (start, count) in PointSet.Blocks(directions.shape[1], Math.Max(1, NumbersAtOnce / Math.Max(_real.Count, _generated.Count))))
        {
            using var inner = NewDisposeScope();
            var some = directions.narrow(1, start, count);
            var gaps = grid.First(Sorted(_real, some)) - grid.Second(Sorted(_generated, some));
            sum += (gaps.abs_().pow_(_options.Power) * grid.Weights).sum().ToDouble();
        }

        return sum / directions.shape[1];
    }

    // Uniform on the sphere [D, L], drawn by our own generator, whose series is the same on every machine.
    private static Tensor Directions(long size, int count, ulong seed, Device device)
    {
        var random = new SeededRandom(seed);
        var numbers = new double[size * count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = random.NextGaussian();
        }

        using var scope = NewDisposeScope();
        var rows = tensor(numbers, [count, size]);
        return scope.MoveToOuter((rows / rows.square().sum(1, keepdim: true).sqrt()).t().contiguous().to(device));
    }

    private static Tensor Sorted(FeatureRows rows, Tensor directions)
    {
        var pieces = PointSet.Blocks(rows.Count, PointSet.ColumnsAtOnce)
            .Select(block => rows.All().narrow(0, block.Start, block.Length).to(directions.device).to(ScalarType.Float64).mm(directions)).ToArray();
        return cat(pieces).sort(0).Values;
    }
}
