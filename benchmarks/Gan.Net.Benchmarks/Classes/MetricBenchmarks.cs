using BenchmarkDotNet.Attributes;
using Gan.Net.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Classes;

/// <summary>Metrics of 2,000 against 2,000 features of 256 numbers, from the first batch to the value.</summary>
public class MetricBenchmarks
{
    private const int Count = 2000;
    private readonly Tensor _real = randn(Count, 256);
    private readonly Tensor _generated = randn(Count, 256).mul(0.9).add(0.1);
    private readonly Tensor _points = randn(2500, 2);
    private readonly Tensor _modes = randn(25, 2);

    /// <summary>Fréchet distance.</summary>
    [Benchmark]
    public double Fid() => Value(new Fid());

    /// <summary>Kernel distance, ten subsets.</summary>
    [Benchmark]
    public double Kid() => Value(new Kid(new KidOptions { Subsets = 10 }));

    /// <summary>Precision and recall.</summary>
    [Benchmark]
    public double PrecisionRecall() => Value(new PrecisionRecall());

    /// <summary>Density and coverage.</summary>
    [Benchmark]
    public double DensityCoverage() => Value(new DensityCoverage());

    /// <summary>Sliced Wasserstein distance, a hundred directions.</summary>
    [Benchmark]
    public double SlicedWasserstein() => Value(new SlicedWasserstein(new SlicedWassersteinOptions { Projections = 100 }));

    /// <summary>PacGAN's count: 2,500 points, 25 modes.</summary>
    [Benchmark]
    public int Modes() => ModeCoverage.Of(_points, _modes, 0.05).Covered;

    private double Value(IMetric metric)
    {
        using (metric)
        {
            metric.AddReal(_real);
            metric.AddGenerated(_generated);
            return metric.Compute()[0].Value;
        }
    }
}
