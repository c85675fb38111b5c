using System.Diagnostics;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Metrics;

/// <summary>
/// <c>fid [--pairs N]</c>: FID of 10,000 against 10,000 features of 2,048 numbers, ours beside NumPy's and SciPy's on the same files, in turn
/// within one run. Exits 1 when ours takes more than 1.5 times as long, or the values differ by more than 1e-6 of themselves.
/// </summary>
internal static class FidCommand
{
    private const int Count = 10_000;
    private const int Features = 2048;
    private const int Batch = 500;
    private const double Goal = 1.5;

    public static int Run(string[] args)
    {
        var pairs = args is ["--pairs", var number] ? int.Parse(number) : 3;
        using var files = new FeatureFiles(Count, Features);
        using var numPy = new NumPyFid(files, Features);
        Console.WriteLine($"FID, {Count:N0} against {Count:N0} features of {Features:N0}, {get_num_threads()} threads, {pairs} pairs; seconds, medians");
        var failed = false;
        foreach (var way in new[] { "sqrtm", "eigvals" })
        {
            failed |= Compare(way, files, numPy, pairs);
        }

        return failed ? 1 : 0;
    }

    private static bool Compare(string way, FeatureFiles files, NumPyFid numPy, int pairs)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        var difference = 0.0;
        for (var pair = 0; pair < pairs; pair++)
        {
            if (numPy.Compute(way) is not { } their)
            {
                Console.WriteLine($"{way,-8} skipped: this Python has no SciPy.");
                return false;
            }

            var (seconds, value) = Ours(files);
            theirs.Add(their.Seconds);
            ours.Add(seconds);
            difference = Math.Max(difference, Math.Abs(value - their.Value) / their.Value);
        }

        var measured = new Measured(ours, theirs);
        Console.WriteLine(FormattableString.Invariant(
            $"{way,-8} ours {measured.OursMedian,7:F2}   theirs {measured.TheirsMedian,7:F2}   ratio {measured.Ratio:F3} ± {measured.Spread:F3}   goal {Goal}   values differ by {difference:E1}"));
        return measured.Ratio > Goal || difference > 1e-6;
    }

    private static (double Seconds, double Value) Ours(FeatureFiles files)
    {
        var start = Stopwatch.GetTimestamp();
        using var fid = new Fid();
        using var scope = NewDisposeScope();
        foreach (var batch in files.Real.split(Batch))
        {
            fid.AddReal(batch);
        }

        foreach (var batch in files.Generated.split(Batch))
        {
            fid.AddGenerated(batch);
        }

        var value = fid.Compute()[0].Value;
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, value);
    }
}
