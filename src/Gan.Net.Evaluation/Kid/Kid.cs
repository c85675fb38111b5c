using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Kernel inception distance (Bińkowski et al. 2018): the squared maximum mean discrepancy, averaged over random subsets, in float64.
/// Unbiased, so it may be slightly negative, and its expectation does not depend on the sample count. Keeps the features.
/// </summary>
public sealed class Kid : IMetric
{
    private readonly KidOptions _options;
    private readonly FeatureRows _real = new();
    private readonly FeatureRows _generated = new();

    /// <summary>Starts gathering.</summary>
    /// <param name="options">The protocol; null for the paper's.</param>
    /// <exception cref="ArgumentException">An option breaks a rule.</exception>
    public Kid(KidOptions? options = null) => _options = (options ?? new KidOptions()).Checked();

    /// <inheritdoc/>
    public MetricInput Input => MetricInput.Features;

    /// <inheritdoc/>
    public void AddReal(Tensor values) => _real.Add(values);

    /// <inheritdoc/>
    public void AddGenerated(Tensor values) => _generated.Add(values);

    /// <summary>One result, <c>kid</c>: the mean over the subsets, and its deviation over them; none when every subset holds all samples.</summary>
    /// <exception cref="TooFewSamplesException">A side has fewer samples than a subset.</exception>
    /// <exception cref="ArgumentException">The two sides' features differ in length.</exception>
    public IReadOnlyList<MetricResult> Compute()
    {
        Samples.Require(nameof(Kid), _real.Count, _generated.Count, _options.SubsetSize);
        Samples.RequireSameSize(_real.Size, _generated.Size);
        var random = new SeededRandom((ulong)_options.Seed);
        var values = new double[SubsetIsAll ? 1 : _options.Subsets];
        for (var i = 0; i < values.Length; i++)
        {
            using var scope = NewDisposeScope();
            using var still = no_grad();
            var real = Subset(_real, random);
            values[i] = Discrepancy(real, Subset(_generated, random).to(real.device));
        }

        var mean = values.Average();
        return
        [
            new MetricResult
            {
                Metric = "kid",
                Settings = _options.Settings,
                RealSamples = _real.Count,
                GeneratedSamples = _generated.Count,
                Value = mean,
                Error = values.Length > 1 && !SubsetIsAll ? Math.Sqrt(values.Average(value => (value - mean) * (value - mean))) : null,
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

    // Every subset is the whole of both sides: what the values differ by is rounding.
    private bool SubsetIsAll => _real.Count == _options.SubsetSize && _generated.Count == _options.SubsetSize;

    // The first places of a shuffle (Fisher and Yates), which is all of it that is looked at. All samples keep their order.
    private Tensor Subset(FeatureRows rows, SeededRandom random)
    {
        var all = rows.All();
        if (rows.Count == _options.SubsetSize)
        {
            return all.to(ScalarType.Float64);
        }

        var order = new long[rows.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        for (var i = 0; i < _options.SubsetSize; i++)
        {
            var j = i + (int)random.NextInt64(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return all.index_select(0, tensor(order[.._options.SubsetSize]).to(all.device)).to(ScalarType.Float64);
    }

    private double Discrepancy(Tensor x, Tensor y)
    {
        var m = (double)x.shape[0];
        var (xx, yy, xy) = (Kernel(x, x), Kernel(y, y), Kernel(x, y));
        double Sum(Tensor kernel) => kernel.sum().ToDouble();
        double OffDiagonal(Tensor kernel) => Sum(kernel) - kernel.trace().ToDouble();
        return _options.Estimator switch
        {
            KidEstimator.Biased => (Sum(xx) + Sum(yy) - (2 * Sum(xy))) / (m * m),
            KidEstimator.UStatistic => (OffDiagonal(xx) + OffDiagonal(yy) - (2 * OffDiagonal(xy))) / (m * (m - 1)),
            _ => ((OffDiagonal(xx) + OffDiagonal(yy)) / (m * (m - 1))) - (2 * Sum(xy) / (m * m)),
        };
    }

    private Tensor Kernel(Tensor x, Tensor y)
    {
        var products = x.mm(y.t());
        if (_options.Kernel == KidKernel.Polynomial)
        {
            return products.mul_(_options.Gamma ?? 1.0 / x.shape[1]).add_(_options.Constant).pow_(_options.Degree);
        }

        var squares = x.square().sum(1).unsqueeze(1) + y.square().sum(1) - products.mul_(2);
        return squares.clamp_(min: 0).div_(-2 * _options.Sigma * _options.Sigma).exp_();
    }
}
