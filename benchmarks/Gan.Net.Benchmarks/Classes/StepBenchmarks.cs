using BenchmarkDotNet.Attributes;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Classes;

/// <summary>One round of each model's game.</summary>
public class StepBenchmarks
{
    private GanNetPeer? _peer;

    /// <summary>The games measured.</summary>
    public static IEnumerable<string> Rows => PeerRow.All.Select(row => row.Name);

    /// <summary>The game of this run.</summary>
    [ParamsSource(nameof(Rows))]
    public string Row { get; set; } = "ring";

    /// <summary>The latents of this run.</summary>
    [Params(LatentReuse.Fresh, LatentReuse.Shared)]
    public LatentReuse Latents { get; set; }

    /// <summary>Builds the game.</summary>
    [GlobalSetup]
    public void Build() => _peer = new GanNetPeer(PeerRow.Named(Row), Latents).Warm();

    /// <summary>One round.</summary>
    [Benchmark]
    public void Round() => _peer!.Steps(1);

    /// <summary>Takes the game down.</summary>
    [GlobalCleanup]
    public void Clear() => _peer?.Dispose();
}
