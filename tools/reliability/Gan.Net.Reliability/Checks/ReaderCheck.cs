using Gan.Net.Reliability.Fuzzing;
using Gan.Net.Reliability.Runner;
using Gan.Net.TestSupport;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// Broken files of every format, each format in a child process: refused by the format's own exception, within a second and the memory
/// of the file and a mebibyte; cut off anywhere, always noticed.
/// </summary>
internal sealed class ReaderCheck : Check
{
    private const string Seed = "1";

    public override string Name => "readers";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        yield return Replay(occasion);
        var count = occasion.Count(700, 50_000);
        foreach (var (format, (tally, end)) in AttackAll(count, occasion))
        {
            foreach (var finding in tally?.Findings ?? [])
            {
                Console.Error.WriteLine(finding);
            }

            yield return tally is null
                ? new Figure($"{count} mutants of {format.Name}", "the process lives", end, false)
                : new Figure(
                    $"{count} mutants of {format.Name}",
                    "typed, 1 s, file + 1 MiB",
                    $"{tally.Refused} refused, {tally.Taken} taken; {tally.Untyped} untyped, {tally.Greedy} greedy, {tally.Slow} slow; at most "
                    + FormattableString.Invariant($"{tally.LongestMilliseconds:F0} ms, {tally.MostBeyondFile / 1024} KiB beyond the file, {tally.PeakKilobytes / 1024} MiB resident"),
                    tally.Untyped + tally.Greedy + tally.Slow == 0);
            if (tally is not null)
            {
                yield return new Figure(occasion.IsLong ? $"{format.Name} cut at every byte" : $"{format.Name} cut", "all noticed", $"{tally.Cuts - tally.CutsMissed} of {tally.Cuts}", tally.CutsMissed == 0 && tally.Cuts > 0);
            }
        }
    }

    // Files that once broke a promise, or are known from elsewhere to break readers.
    private static Figure Replay(Occasion occasion)
    {
        var kept = FuzzFormats.List.SelectMany(format => Kept(format).Select(path => (format, path))).ToList();
        var refused = 0;
        foreach (var (format, path) in kept)
        {
            var run = new FuzzRun(format, Directory.CreateDirectory(Path.Combine(occasion.Folder, "kept-" + format.Name)).FullName);
            if (!run.Feed(File.ReadAllBytes(path), Path.GetFileName(path)) && run.Tally.Untyped + run.Tally.Greedy == 0)
            {
                refused++;
            }
            else
            {
                Console.Error.WriteLine($"{path}: {string.Join("; ", run.Tally.Findings.DefaultIfEmpty("taken"))}");
            }
        }

        return new($"{kept.Count} kept files", "refused, typed", $"{refused} of {kept.Count}", refused == kept.Count && kept.Count > 0);
    }

    private static string[] Kept(FuzzFormat format)
    {
        var folder = RepositoryFiles.Fixture("hostile", format.Name);
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    // As many formats at a time as there are cores.
    private static IEnumerable<(FuzzFormat Format, (FuzzTally? Tally, string End) Outcome)> AttackAll(int count, Occasion occasion)
    {
        var outcomes = new (FuzzTally? Tally, string End)[FuzzFormats.List.Count];
        Parallel.For(0, outcomes.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var folder = Directory.CreateDirectory(Path.Combine(occasion.Folder, FuzzFormats.List[i].Name)).FullName;
            outcomes[i] = Attack(FuzzFormats.List[i], count, folder);
        });
        return FuzzFormats.List.Zip(outcomes);
    }

    private static (FuzzTally? Tally, string End) Attack(FuzzFormat format, int count, string folder)
    {
        using var child = Children.Start("fuzz", format.Name, $"{count}", Seed, folder);
        var errors = child.StandardError.ReadToEndAsync();
        var lines = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        return child.ExitCode == 0
            ? (FuzzTally.Parse(lines[^1]), "")
            : (null, $"exit code {child.ExitCode}, last file in {folder}: {errors.Result.ReplaceLineEndings(" ")}");
    }
}
