using System.Diagnostics;
using Gan.Net.Monitoring;
using Gan.Net.TestSupport;

namespace Gan.Net.Benchmarks.Monitoring;

/// <summary>
/// <c>monitor</c>: the broken runs and the verdict each received, and the healthy recipes that must receive none, over several seeds.
/// Options: <c>--seeds N</c> (default 5), <c>--broken</c> or <c>--healthy</c> for one half, <c>--game TEXT</c> for those with the text in their name.
/// </summary>
internal static class MonitorCommand
{
    public static int Run(string[] args)
    {
        var seeds = Option(args, "--seeds") is { } count ? int.Parse(count) : 5;
        var name = Option(args, "--game") ?? "";
        var (broken, healthy) = (!args.Contains("--healthy"), !args.Contains("--broken"));
        var games = (broken ? MonitoredGames.Broken : []).Concat(healthy ? MonitoredGames.Healthy : []).Where(game => game.Name.Contains(name, StringComparison.OrdinalIgnoreCase));
        Console.WriteLine("| run | rounds | expected | seeds | as expected | verdicts, with the round and the number of each seed | s/run |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var failures = 0;
        foreach (var game in games)
        {
            failures += Show(game, seeds);
        }

        return failures == 0 ? 0 : 1;
    }

    private static int Show(MonitoredGame game, int seeds)
    {
        var start = Stopwatch.GetTimestamp();
        var runs = Enumerable.Range(1, seeds).Select(seed => game.Play(seed)).ToArray();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / seeds;
        var good = runs.Count(run => game.Expected is { } kind ? run.Any(verdict => verdict.Kind == kind) : run.Count == 0);
        var found = runs.SelectMany(run => run).GroupBy(verdict => verdict.Kind).OrderBy(group => group.Key != game.Expected).Select(Describe);
        Console.WriteLine(FormattableString.Invariant(
            $"| {game.Name} | {game.Rounds:N0} | {Words(game.Expected)} | {seeds} | {good} | {string.Join("; ", found.DefaultIfEmpty("none"))} | {seconds:F1} |"));
        return seeds - good;
    }

    private static string Describe(IGrouping<VerdictKind, Verdict> verdicts) =>
        $"**{Words(verdicts.Key)}** " + string.Join(", ", verdicts.Select(verdict => FormattableString.Invariant($"{verdict.Round:N0} ({verdict.Value:G3})")));

    private static string Words(VerdictKind? kind) =>
        kind is null ? "none" : string.Concat(kind.Value.ToString().Select(letter => char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString())).Trim();

    private static string? Option(string[] args, string name)
    {
        var index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}
