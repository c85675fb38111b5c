using Gan.Net.Features;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Several metrics over one extractor: each batch is turned into features once, and every result names them. Owns the metrics, not the
/// extractor. One thread at a time.
/// </summary>
public sealed class FeatureMetrics : IDisposable
{
    private readonly IFeatureExtractor _extractor;
    private readonly IReadOnlyList<IMetric> _metrics;

    /// <summary>Joins an extractor with metrics.</summary>
    /// <param name="extractor">Makes the features. The caller owns it.</param>
    /// <param name="metrics">The metrics, which this disposes.</param>
    /// <exception cref="ArgumentException">A metric needs logits, and the extractor is no <see cref="IClassifier"/>.</exception>
    public FeatureMetrics(IFeatureExtractor extractor, params IReadOnlyList<IMetric> metrics)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(metrics);
        if (extractor is not IClassifier && metrics.FirstOrDefault(metric => metric.Input == MetricInput.Logits) is { } needy)
        {
            throw new ArgumentException($"{needy.GetType().Name} needs a classifier's logits, and '{extractor.Name}' makes features only. Give an IClassifier.", nameof(extractor));
        }

        _extractor = extractor;
        _metrics = metrics;
    }

    /// <summary>What the real samples are, for the names of results that are compared with some: <c>mnist-train</c>. Default empty.</summary>
    public string Data { get; init; } = "";

    /// <summary>Adds real samples, as the extractor takes them.</summary>
    public void AddReal(Tensor samples) => Add(samples, (metric, values) => metric.AddReal(values));

    /// <summary>Adds generated samples, as the extractor takes them.</summary>
    public void AddGenerated(Tensor samples) => Add(samples, (metric, values) => metric.AddGenerated(values));

    /// <summary>All metrics' results, in their order.</summary>
    /// <exception cref="TooFewSamplesException">A metric has too few samples.</exception>
    public IReadOnlyList<MetricResult> Compute() =>
        [.. _metrics.SelectMany(metric => metric.Compute()).Select(result => result with { Features = _extractor.Name, Data = result.RealSamples is null ? "" : Data })];

    /// <summary>Forgets the generated samples and keeps the real ones: for the next generator.</summary>
    public void ResetGenerated()
    {
        foreach (var metric in _metrics)
        {
            metric.ResetGenerated();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var metric in _metrics)
        {
            metric.Dispose();
        }
    }

    private void Add(Tensor samples, Action<IMetric, Tensor> add)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var features = _extractor.Extract(samples);
        var logits = _metrics.Any(metric => metric.Input == MetricInput.Logits) ? ((IClassifier)_extractor).Logits(features) : features;
        foreach (var metric in _metrics)
        {
            add(metric, metric.Input == MetricInput.Logits ? logits : features);
        }
    }
}
