using BenchmarkDotNet.Running;
using Gan.Net.Benchmarks.Conditional;
using Gan.Net.Benchmarks.Folders;
using Gan.Net.Benchmarks.Limit;
using Gan.Net.Benchmarks.Metrics;
using Gan.Net.Benchmarks.Modes;
using Gan.Net.Benchmarks.Monitoring;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Benchmarks.Profile;
using Gan.Net.Benchmarks.Rates;
using Gan.Net.Benchmarks.Scale;
using Gan.Net.Benchmarks.Stacked;

// peers: against the textbook loop on TorchSharp and in PyTorch, side by side. scale: cost against size. limit: against the machine's peak. profile: where a round's time goes.
// rates: images a second on a device, also with TF32 products and bfloat16 weights.
// fid: against NumPy and SciPy. precision-recall: time and memory. mnist-fid: known distances in order.
// conditional-mnist: digits of a class asked for, and what a classifier takes them for.
// modes, stacked-mnist: mode collapse, our rows beside the published ones.
// folder: pictures from a folder of files, against decoding alone.
// monitor: the broken runs and the verdict each received.
// Anything else is BenchmarkDotNet's: for example --filter '*' --job short --exporters json.
return args switch
{
    ["peers", .. var rest] => PeersCommand.Run(rest),
    ["rates", .. var rest] => RatesCommand.Run(rest),
    ["scale", ..] => ScaleCommand.Run(),
    ["limit", ..] => LimitCommand.Run(),
    ["profile"] => ProfileCommand.Run(null),
    ["profile", var row] => ProfileCommand.Run(row),
    ["fid", .. var rest] => FidCommand.Run(rest),
    ["precision-recall"] => PrecisionRecallCommand.Run(),
    ["mnist-fid", var folder] => MnistFidCommand.Run(folder, 3),
    ["mnist-fid", var folder, "--epochs", var epochs] => MnistFidCommand.Run(folder, int.Parse(epochs)),
    ["conditional-mnist", var folder, .. var rest] => ConditionalMnistCommand.Run(folder, int.Parse(Option(rest, "--epochs") ?? "3"), Option(rest, "--out")),
    ["modes", .. var rest] => ModesCommand.Run(rest),
    ["stacked-mnist", .. var rest] => StackedCommand.Run(rest),
    ["folder", _, ..] => FolderCommand.Run(args[1..]),
    ["monitor", .. var rest] => MonitorCommand.Run(rest),
    ["first-step", var row, .. var side] => PeerChild.FirstStep(row, IsTextbook(side)),
    ["memory", var row, var steps, .. var side] => PeerChild.Memory(row, int.Parse(steps), IsTextbook(side)),
    ["sample", var count, var file, .. var side] => IsTextbook(side) ? PeerChild.SampleTextbook(int.Parse(count), file) : PeerChild.Sample(int.Parse(count), file),
    _ => Classes(args),
};

static string? Option(string[] given, string name) => Array.IndexOf(given, name) is >= 0 and var at ? given[at + 1] : null;

static bool IsTextbook(string[] side) => side is ["textbook"];

static int Classes(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
