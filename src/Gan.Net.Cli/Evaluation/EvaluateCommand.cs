using System.CommandLine;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Training;

namespace Gan.Net.Cli.Evaluation;

/// <summary><c>gan-net evaluate</c>: its options.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string> _run = Options.Text("--run", "RUN", "The run's folder, as given to train --out.");
    private static readonly Option<string> _metrics = Options.Text("--metrics", MetricNames.Syntax, "What to measure, with commas between.");
    private static readonly Option<string?> _generator = Optional("--generator", "FILE", "Other weights of the run's generator, such as a checkpoint's. Default those the run ended with.");
    private static readonly Option<string?> _data = Optional("--data", DataName.Syntax, "The real samples. Default the run's own data.");
    private static readonly Option<string?> _part = Options.Choice("--part", "mnist: which half the real samples come from. Default train.", "train", "test");
    private static readonly Option<string?> _features = Optional("--features", FeatureName.Syntax, "What pictures are compared by. Default identity for points, digits for the MNIST family.");
    private static readonly Option<long?> _samples = Options.WholeNumber("--samples", "How many samples are generated. Default 10000 for pictures, 2500 for points.", 2, 1_000_000);
    private static readonly Option<long?> _real = Options.WholeNumber("--real", "How many real samples. Default as many, or all there are.", 2, 1_000_000);
    private static readonly Option<long?> _seed = Options.WholeNumber("--seed", "Chooses the samples. Default 0.", 0, long.MaxValue);
    private static readonly Option<string?> _device = Options.Choice("--device", "Where to compute. Default cpu.", "cpu", "cuda");
    private static readonly Option<string?> _cache = Optional("--cache", "DIR", "Where the trained digit classifier is kept. Default the user's data folder.");

    public static Command Create()
    {
        var command = new Command("evaluate", "Measures a run's generator, prints each value under its protocol's name, and adds it to the run's metrics.jsonl.")
        {
            _run, _metrics, _generator, _data, _part, _features, _samples, _real, _seed, _device, _cache,
        };
        command.SetAction(parsed => EvaluateRun.Start(Read(parsed)));
        return command;
    }

    private static EvaluateRequest Read(ParseResult parsed) => new()
    {
        Run = parsed.GetRequiredValue(_run),
        Metrics = MetricNames.Parse(parsed.GetRequiredValue(_metrics)),
        Generator = parsed.GetValue(_generator),
        Data = parsed.GetValue(_data) is { } data ? DataName.Parse(data) : null,
        TestPart = parsed.GetValue(_part) == "test",
        Features = parsed.GetValue(_features) is { } features ? FeatureName.Parse(features) : null,
        Samples = (int?)parsed.GetValue(_samples),
        RealSamples = (int?)parsed.GetValue(_real),
        Seed = parsed.GetValue(_seed) ?? 0,
        Device = parsed.GetValue(_device) ?? "cpu",
        Cache = parsed.GetValue(_cache) ?? DefaultCache(),
    };

    private static Option<string?> Optional(string name, string valueName, string description) => new(name) { Description = description, HelpName = valueName };

    private static string DefaultCache() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "gan-net");
}
