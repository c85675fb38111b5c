using System.CommandLine;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;

namespace Gan.Net.Cli.Sampling;

/// <summary><c>gan-net sample</c>: draws from the generator a run saved.</summary>
internal static class SampleCommand
{
    private static readonly Option<string> _run = Options.Text("--run", "RUN", "The run's folder, as given to train --out.");
    private static readonly Option<long?> _count = Options.WholeNumber("--count", "How many samples. Default 64.", 1);
    private static readonly Option<long?> _seed = Options.WholeNumber("--seed", "Chooses the samples. Default 0.", 0, long.MaxValue);
    private static readonly Option<string> _out = Options.Text("--out", "FILE", "A .png with all of them side by side; or numbers for other programs: .idx or .idx.gz for pictures, .csv for points.");

    public static Command Create()
    {
        var command = new Command("sample", "Draws samples from a trained generator into a picture or a file of numbers.") { _run, _count, _seed, _out };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(_run), (int)(parsed.GetValue(_count) ?? 64), parsed.GetValue(_seed) ?? 0, parsed.GetRequiredValue(_out)));
        return command;
    }

    private static int Run(string run, int count, long seed, string path)
    {
        var format = SampleFormats.Of(path);
        var folder = RunFolder.ForExisting(run);
        var config = folder.ReadConfig();
        Threads.UseEveryCore();
        using var generator = Models.LoadGenerator(folder, config);
        SampleWriter.Write(generator, config, new SampleJob { Count = count, Seed = seed, Path = path, Format = format });
        Console.WriteLine($"{count} sample{(count == 1 ? "" : "s")} in {path}");
        return ExitCode.Done;
    }
}
