using BenchmarkDotNet.Running;
using Gan.Net.Benchmarks.Limit;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Benchmarks.Scale;

// peers: against PyTorch, side by side. scale: cost against size. limit: against the machine's peak.
// Anything else is BenchmarkDotNet's: for example --filter '*' --job short --exporters json.
return args switch
{
    ["peers", .. var rest] => PeersCommand.Run(rest),
    ["scale", ..] => ScaleCommand.Run(),
    ["limit", ..] => LimitCommand.Run(),
    ["first-step", var row] => PeerChild.FirstStep(row),
    ["memory", var row, var steps] => PeerChild.Memory(row, int.Parse(steps)),
    ["sample", var count, var file] => PeerChild.Sample(int.Parse(count), file),
    _ => Classes(args),
};

static int Classes(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
