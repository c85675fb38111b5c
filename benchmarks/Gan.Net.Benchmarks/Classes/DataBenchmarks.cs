using BenchmarkDotNet.Attributes;
using Gan.Net.Benchmarks.Scale;
using Gan.Net.Data;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Classes;

/// <summary>What a batch costs before the game starts.</summary>
public class DataBenchmarks
{
    private readonly IBatchSource<Batch> _resident = ResidentImages.Source(60_000, 64);
    private readonly RingSource _ring = new(RingOptions.D2Gan, new DrawOptions { BatchSize = 64 });
    private readonly DrawnDigits _digits = new(new DrawOptions { BatchSize = 64 });
    private long _next;

    /// <summary>Gathered from a set of bytes in memory.</summary>
    [Benchmark]
    public void Resident() => Take(_resident);

    /// <summary>Points of the ring.</summary>
    [Benchmark]
    public void Ring() => Take(_ring);

    /// <summary>Digits, drawn.</summary>
    [Benchmark]
    public void Digits() => Take(_digits);

    private void Take(IBatchSource<Batch> source)
    {
        using var scope = NewDisposeScope();
        source.GetBatch(_next++ % 900).Dispose();
    }
}
