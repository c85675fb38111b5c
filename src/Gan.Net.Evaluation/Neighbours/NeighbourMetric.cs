using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>What metrics of neighbourhoods share: both sides' features, and their results' protocol.</summary>
public abstract class NeighbourMetric : IMetric
{
    private readonly FeatureRows _real = new();
    private readonly FeatureRows _generated = new();

    private protected NeighbourMetric()
    {
    }

    /// <inheritdoc/>
    public MetricInput Input => MetricInput.Features;

    /// <inheritdoc/>
    public void AddReal(Tensor values) => _real.Add(values);

    /// <inheritdoc/>
    public void AddGenerated(Tensor values) => _generated.Add(values);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The two sides' features differ in length.</exception>
    public IReadOnlyList<MetricResult> Compute()
    {
        Samples.Require(GetType().Name, _real.Count, _generated.Count, LeastSamples);
        Samples.RequireSameSize(_real.Size, _generated.Size);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var shift = PointSet.MeanOf(_real.All());
        using var real = new PointSet(_real.All(), shift);
        using var generated = new PointSet(_generated.All().to(shift.device), shift);
        return Compute(real, generated);
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
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Samples needed on each side.</summary>
    private protected abstract long LeastSamples { get; }

    private protected abstract IReadOnlyList<MetricResult> Compute(PointSet real, PointSet generated);

    private protected MetricResult Result(string metric, string settings, double value, MetricDirection direction) => new()
    {
        Metric = metric,
        Settings = settings,
        RealSamples = _real.Count,
        GeneratedSamples = _generated.Count,
        Value = value,
        Direction = direction,
    };

    /// <summary>Disposes the features.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _real.Dispose();
            _generated.Dispose();
        }
    }
}
