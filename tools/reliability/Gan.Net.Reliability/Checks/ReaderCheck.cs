using Gan.Net.Reliability.Fuzzing;
using Gan.Net.Reliability.Runner;

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
        var count = occasion.Count(700, 50_000);
        foreach (var format in FuzzFormats.List)
        {
            var folder = Directory.CreateDirectory(Path.Combine(occasion.Folder, format.Name)).FullName;
            var (tally, end) = Attack(format, count, folder);
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
