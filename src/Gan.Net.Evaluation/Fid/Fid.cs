using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Fréchet inception distance (Heusel et al. 2017): the squared 2-Wasserstein distance between two normal distributions with the
/// features' means and covariances, ‖μ1 - μ2‖² + Tr(S1 + S2 - 2(S1·S2)^½), all in float64. Keeps sums, not features.
/// Biased: it falls as samples are added, so compare equal counts only.
/// </summary>
public sealed class Fid : IMetric
{
    private readonly FidOptions _options;
    private readonly FeatureStatistics _real = new();
    private readonly FeatureStatistics _generated = new();

    /// <summary>Starts gathering.</summary>
    /// <param name="options">The protocol; null for the original one.</param>
    /// <exception cref="ArgumentException">An option breaks a rule.</exception>
    public Fid(FidOptions? options = null) => _options = (options ?? FidOptions.Ttur).Checked();

    /// <inheritdoc/>
    public MetricInput Input => MetricInput.Features;

    /// <summary>The distance between two normal distributions.</summary>
    /// <param name="mean">The first mean <c>[D]</c>, float64.</param>
    /// <param name="covariance">The first covariance <c>[D, D]</c>, float64.</param>
    /// <param name="otherMean">The second mean.</param>
    /// <param name="otherCovariance">The second covariance.</param>
    /// <param name="root">How the root's trace is found.</param>
    /// <returns>At least 0 but for rounding, which reaches 1e-7 where a covariance lacks full rank.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static double Between(Tensor mean, Tensor covariance, Tensor otherMean, Tensor otherCovariance, FidRoot root = FidRoot.SymmetricEigenvalues)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(covariance);
        ArgumentNullException.ThrowIfNull(otherMean);
        ArgumentNullException.ThrowIfNull(otherCovariance);
        var size = mean.ndim == 1 ? mean.shape[0] : -1;
        if (otherMean.shape is not [var other] || other != size || !IsSquare(covariance, size) || !IsSquare(otherCovariance, size))
        {
            throw new ArgumentException(
                $"The means are {Shape(mean)} and {Shape(otherMean)}, the covariances {Shape(covariance)} and {Shape(otherCovariance)}; expected [D], [D], [D, D] and [D, D].");
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        var shift = (mean - otherMean).square().sum();
        var traces = covariance.trace() + otherCovariance.trace();
        return shift.ToDouble() + traces.ToDouble() - (2 * RootTrace.Of(covariance, otherCovariance, root));
    }

    /// <inheritdoc/>
    public void AddReal(Tensor values) => _real.Add(values);

    /// <inheritdoc/>
    public void AddGenerated(Tensor values) => _generated.Add(values);

    /// <summary>One result, <c>fid</c>.</summary>
    /// <exception cref="TooFewSamplesException">There are fewer than two samples on a side.</exception>
    /// <exception cref="ArgumentException">The two sides' features differ in length.</exception>
    public IReadOnlyList<MetricResult> Compute()
    {
        Samples.Require(nameof(Fid), _real.Count, _generated.Count, 2);
        using var scope = NewDisposeScope();
        var mean = _real.Mean();
        var (otherMean, otherCovariance) = (_generated.Mean().to(mean.device), _generated.Covariance(_options.Ddof).to(mean.device));
        var value = Between(mean, _real.Covariance(_options.Ddof), otherMean, otherCovariance, _options.Root);
        return
        [
            new MetricResult
            {
                Metric = "fid",
                Settings = _options.Settings,
                RealSamples = _real.Count,
                GeneratedSamples = _generated.Count,
                Value = value,
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

    private static bool IsSquare(Tensor matrix, long size) => matrix.ndim == 2 && matrix.shape[0] == size && matrix.shape[1] == size;

    private static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
