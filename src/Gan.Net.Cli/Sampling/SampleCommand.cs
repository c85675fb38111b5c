using System.CommandLine;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;

namespace Gan.Net.Cli.Sampling;

/// <summary><c>gan-net sample</c>: draws from the generator a run saved.</summary>
internal static class SampleCommand
{
    private const int DefaultCount = 64;

    private static readonly Option<string> _run = Options.Text("--run", "RUN", "The run's folder, as given to train --out.");
    private static readonly Option<long?> _count = Options.WholeNumber("--count", "How many samples. Default 64; of a run with classes, some of each.", 1);
    private static readonly Option<long?> _seed = Options.WholeNumber("--seed", "Chooses the samples. Default 0.", 0, long.MaxValue);
    private static readonly Option<long?> _class = Options.WholeNumber("--class", "Of a run with classes: the only one to draw. Default all in turn.", 0);
    private static readonly Option<string> _out = Options.Text("--out", "FILE", "A .png, .jpg or .webp with all of them side by side; or numbers for other programs: .idx or .idx.gz for pictures, .csv for points.");

    public static Command Create()
    {
        var command = new Command("sample", "Draws samples from a trained generator into a picture or a file of numbers.") { _run, _count, _class, _seed, _out };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(_run), (int?)parsed.GetValue(_count), (parsed.GetValue(_seed) ?? 0, (int?)parsed.GetValue(_class)), parsed.GetRequiredValue(_out)));
        return command;
    }

    private static int Run(string run, int? count, (long Seed, int? Class) which, string path)
    {
        Places.RequireText(path, "--out", "a name for the file");
        var format = SampleFormats.Of(path);
        var folder = RunFolder.ForExisting(run);
        var config = folder.ReadConfig();
        CheckClass(which.Class, config.Classes);
        Threads.UseEveryCore();
        using var generator = Models.LoadGenerator(folder, config);
        var job = new SampleJob
        {
            Count = count ?? (config.Classes > 0 && which.Class is null ? Pictures.CountFor(config) : DefaultCount),
            Seed = which.Seed,
            Class = which.Class,
            Path = path,
            Format = format,
        };
        Places.Writing(path, "--out", () => SampleWriter.Write(generator, config, job));
        Console.WriteLine($"{job.Count} sample{(job.Count == 1 ? "" : "s")} in {path}");
        return ExitCode.Done;
    }

    private static void CheckClass(int? asked, int classes)
    {
        if (asked is int one && one >= classes)
        {
            throw new UserException(classes == 0
                ? "This run has no classes, because it was not trained with --classes; leave --class out."
                : $"This run has {classes} classes, 0 to {classes - 1}; --class {one} was given.");
        }
    }
}
