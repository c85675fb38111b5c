using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Counts how samples spread over modes whose places are known: a sample is of high quality when nearer to its nearest mode than a
/// number of deviations, a mode is covered when one such sample is nearest to it (VEEGAN; PacGAN's code). Distances are float64.
/// Owns a copy of the modes. One thread at a time.
/// </summary>
public sealed class ModeCoverage : IDisposable
{
    private const long NumbersAtOnce = 1 << 21;

    private readonly ModeCoverageOptions _options;
    private readonly double _squaredReach;
    private readonly Tensor _modes;
    private readonly long[] _counts;
    private readonly long[] _good;
    private long _samples;

    /// <summary>Starts counting.</summary>
    /// <param name="modes">The centres <c>[K, D]</c>. Copied.</param>
    /// <param name="standardDeviation">The data's deviation around each along each axis, positive.</param>
    /// <param name="options">The protocol; null for PacGAN's.</param>
    /// <exception cref="ArgumentException">The modes are not <c>[K, D]</c>, or a number is out of range.</exception>
    public ModeCoverage(Tensor modes, double standardDeviation, ModeCoverageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(modes);
        _options = (options ?? ModeCoverageOptions.PacGan).Checked();
        if (modes.ndim != 2 || modes.shape[0] < 1)
        {
            throw new ArgumentException($"The modes are [{string.Join(", ", modes.shape)}]; expected [K, D] with at least one mode.", nameof(modes));
        }

        new OptionProblems(nameof(ModeCoverage)).Positive(standardDeviation).ThrowIfAny();
        _squaredReach = Math.Pow(_options.Deviations * (_options.StandardDeviation ?? standardDeviation), 2);
        using var scope = NewDisposeScope();
        _modes = modes.detach().cpu().to(ScalarType.Float64, copy: true).DetachFromDisposeScope();
        _counts = new long[modes.shape[0]];
        _good = new long[modes.shape[0]];
    }

    /// <summary>Counts all samples at once.</summary>
    /// <param name="samples">The samples <c>[N, D]</c>.</param>
    /// <param name="modes">The centres <c>[K, D]</c>.</param>
    /// <param name="standardDeviation">The data's deviation around each along each axis, positive.</param>
    /// <param name="options">The protocol; null for PacGAN's.</param>
    public static ModeCoverageResult Of(Tensor samples, Tensor modes, double standardDeviation, ModeCoverageOptions? options = null)
    {
        using var coverage = new ModeCoverage(modes, standardDeviation, options);
        coverage.Add(samples);
        return coverage.Compute();
    }

    /// <summary>Counts more samples.</summary>
    /// <param name="samples">Samples <c>[N, D]</c> on any device. A sample with a NaN is of no high quality and near no mode.</param>
    /// <exception cref="ArgumentException">The samples have another number of coordinates.</exception>
    public void Add(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var (modes, size) = (_modes.shape[0], _modes.shape[1]);
        if (samples.ndim != 2 || samples.shape[1] != size)
        {
            throw new ArgumentException($"The samples are [{string.Join(", ", samples.shape)}]; expected [N, {size}], as the modes have it.", nameof(samples));
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        var points = samples.detach().cpu().to(ScalarType.Float64);
        var block = Math.Max(1, NumbersAtOnce / (modes * size));
        for (var start = 0L; start < points.shape[0]; start += block)
        {
            Count(points.narrow(0, start, Math.Min(block, points.shape[0] - start)));
        }
    }

    /// <summary>What was counted since the start or the last <see cref="Reset"/>.</summary>
    /// <exception cref="TooFewSamplesException">No sample was added.</exception>
    public ModeCoverageResult Compute()
    {
        if (_samples == 0)
        {
            throw new TooFewSamplesException(nameof(ModeCoverage), 1, "No sample was added. Call Add first.");
        }

        return new ModeCoverageResult
        {
            Counts = _options.Histogram == ModeHistogram.AllSamples ? [.. _counts] : [.. _good],
            Samples = _samples,
            Covered = _good.Count(count => count > 0),
            HighQuality = _good.Sum() / (double)_samples,
            Settings = _options.Settings,
        };
    }

    /// <summary>Forgets all samples.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        Array.Clear(_good);
        _samples = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _modes.Dispose();

    private void Count(Tensor points)
    {
        using var scope = NewDisposeScope();
        var (squares, nearest) = (points.unsqueeze(1) - _modes).square().sum(2).min(1);
        var distances = squares.data<double>().ToArray();
        var indices = nearest.data<long>().ToArray();
        for (var i = 0; i < indices.Length; i++)
        {
            _counts[indices[i]] += double.IsNaN(distances[i]) ? 0 : 1;
            _good[indices[i]] += distances[i] < _squaredReach ? 1 : 0;
        }

        _samples += indices.Length;
    }
}
