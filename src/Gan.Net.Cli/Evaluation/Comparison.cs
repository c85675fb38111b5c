using Gan.Net.Cli.Sampling;
using Gan.Net.Evaluation;
using Gan.Net.Features;

namespace Gan.Net.Cli.Evaluation;

/// <summary>Metrics that compare real and generated samples. One pass over the samples, made when it is first needed, serves all.</summary>
internal sealed class Comparison : IDisposable
{
    private const int LargestSubset = 1000;

    private readonly IGenerator _generator;
    private readonly IFeatureExtractor _extractor;
    private readonly RealData _data;
    private readonly MeasurementPlan _plan;
    private readonly Dictionary<MetricKind, IMetric> _metrics;
    private readonly FeatureMetrics? _together;
    private readonly Lazy<bool> _fed;

    public Comparison(IGenerator generator, IFeatureExtractor extractor, RealData data, MeasurementPlan plan, IReadOnlyList<MetricKind> kinds)
    {
        (_generator, _extractor, _data, _plan) = (generator, extractor, data, plan);
        _metrics = kinds.ToDictionary(kind => kind, Create);
        _fed = new(Feed);  // remembers a failure too: half fed, the metrics would blame the number of samples
        _together = kinds.Count == 0 ? null : new FeatureMetrics(extractor, [.. _metrics.Values]);
    }

    /// <summary>The results of one of the kinds.</summary>
    public IReadOnlyList<MetricResult> Of(MetricKind kind)
    {
        _ = _fed.Value;
        return [.. _metrics[kind].Compute().Select(Named)];
    }

    public void Dispose() => _together?.Dispose();

    private IMetric Create(MetricKind kind) => kind switch
    {
        MetricKind.Fid => new Fid(),
        MetricKind.Kid => new Kid(new KidOptions { SubsetSize = Math.Min(LargestSubset, Math.Min(_plan.Samples, _plan.RealSamples)) }),
        MetricKind.Is => new InceptionScore(),
        MetricKind.Pr => new PrecisionRecall(),
        MetricKind.Dc => new DensityCoverage(),
        MetricKind.Memorisation => new Memorisation(),
        _ => new SlicedWasserstein(),
    };

    private bool Feed()
    {
        foreach (var batch in _data.Batches(_plan.RealSamples))
        {
            using (batch)
            {
                _together!.AddReal(batch);
            }
        }

        foreach (var batch in SampleStream.Pieces(_generator, _plan.Samples, _plan.Seed))
        {
            using (batch)
            {
                _together!.AddGenerated(batch);
            }
        }

        return true;
    }

    private MetricResult Named(MetricResult result) => result with { Features = _extractor.Name, Data = result.RealSamples is null ? "" : _data.Name };
}
