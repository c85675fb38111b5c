using System.Diagnostics;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Metrics;

/// <summary>
/// <c>precision-recall</c>: precision, recall, density and coverage of 10,000 against 10,000 features of 2,048 numbers: time, and the most
/// memory this process ever held. Exits 1 at a gigabyte.
/// </summary>
internal static class PrecisionRecallCommand
{
    private const int Count = 10_000;
    private const int Features = 2048;
    private const int Batch = 500;
    private const double MostMegabytes = 1000;

    public static int Run()
    {
        Console.WriteLine($"{Count:N0} against {Count:N0} features of {Features:N0}, {get_num_threads()} threads");
        foreach (var metric in new IMetric[] { new PrecisionRecall(), new DensityCoverage() })
        {
            using (metric)
            {
                Measure(metric);
            }
        }

        var megabytes = PeerChild.PeakResidentKibibytes() * 1024 / 1e6;
        Console.WriteLine(FormattableString.Invariant($"most memory held: {megabytes:F0} MB, of which the features are {2 * 4.0 * Count * Features / 1e6:F0} MB"));
        return megabytes < MostMegabytes ? 0 : 1;
    }

    private static void Measure(IMetric metric)
    {
        using var random = new Generator(1);
        for (var i = 0; i < Count / Batch; i++)
        {
            using var scope = NewDisposeScope();
            metric.AddReal(randn([Batch, Features], generator: random));
            metric.AddGenerated(randn([Batch, Features], generator: random));
        }

        var start = Stopwatch.GetTimestamp();
        var results = metric.Compute();
        Console.WriteLine(FormattableString.Invariant($"{string.Join(", ", results)}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
    }
}
