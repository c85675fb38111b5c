using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>
/// <c>modes [--quick] [--row NAME] [--seeds N] [--first-seed N] [--game ring|grid] [--rounds N] [--at-once N] [--runs FOLDER] [--conditions TEXT] [--out FILE]</c>: mode
/// coverage on the ring and the grid, every method on the same nets. <c>--runs</c> keeps what is done, so that a table interrupted goes on and processes with a
/// <c>--row</c> or <c>--game</c> each can share one; <c>--conditions</c> tells the page what else the machine was doing. Exits 1 when fewer than three rows reach the goal; with <c>--quick</c>, when fewer than three find the whole ring.
/// </summary>
internal static class ModesCommand
{
    private const int RowsNeeded = 3;

    public static int Run(string[] args)
    {
        var budget = args.Contains("--quick") ? ModesBudget.Quick : ModesBudget.Full;
        budget = budget with
        {
            Seeds = Number(args, "--seeds") ?? budget.Seeds,
            FirstSeed = Number(args, "--first-seed") ?? budget.FirstSeed,
            Rounds = Number(args, "--rounds") ?? budget.Rounds,
            AtOnce = Number(args, "--at-once") ?? budget.AtOnce,
        };
        var rows = ModesRow.All.Where(row => Value(args, "--row") is not { } only || row.Name == only).ToArray();
        if (rows.Length == 0)
        {
            Console.WriteLine($"There is no row {Value(args, "--row")}; there are {string.Join(", ", ModesRow.All.Select(row => row.Name))}.");
            return 2;
        }

        var table = new ModesTable(budget);
        var kept = new KeptRuns(Value(args, "--runs"));
        var games = ModesGame.All.Where(game => Value(args, "--game") is not { } only || game.Name == only).ToArray();
        var start = Stopwatch.GetTimestamp();
        Fill(table, games, ModesTable.Perfect, SeedRun.OfPerfectSampler);
        foreach (var row in rows)
        {
            Fill(table, games, row.Name, (game, seed) => kept.Of(row, game, budget, seed));
            Keep(table, args);
        }

        Console.WriteLine();
        Console.Write(Page(table, args, null));
        Console.WriteLine(FormattableString.Invariant($"\n{Stopwatch.GetElapsedTime(start).TotalMinutes:F1} minutes"));
        return rows.Length < RowsNeeded || games.Length < ModesGame.All.Count ? 0 : Judge(table, args.Contains("--quick"));
    }

    private static void Fill(ModesTable table, ModesGame[] games, string row, Func<ModesGame, long, SeedResult> run)
    {
        var plan = (from game in games from seed in Enumerable.Range(table.Budget.FirstSeed, table.Budget.Seeds) select (Game: game, Seed: seed)).ToArray();
        var results = Workers.Run(table.Budget.AtOnce, [.. plan.Select(one => (Func<SeedResult>)(() => run(one.Game, one.Seed)))], (index, result) =>
            Console.WriteLine(FormattableString.Invariant($"{row,-16}{plan[index].Game.Name,-6}seed {plan[index].Seed,-4}{result.Coverage}, {result.Seconds:F1} s")));
        foreach (var game in games)
        {
            table[row, game] = [.. results.Where((_, index) => plan[index].Game == game)];
        }
    }

    private static void Keep(ModesTable table, string[] args)
    {
        if (Value(args, "--out") is not { } file)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var picture = Path.ChangeExtension(file, ".png");
        ModesPicture.Write(table, picture);
        File.WriteAllText(file, Page(table, args, Path.GetFileName(picture)));
    }

    private static string Page(ModesTable table, string[] args, string? picture) => ModesPage.Of(
        table,
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}{(Value(args, "--conditions") is { } conditions ? $", {conditions}" : "")}; each training on one thread",
        picture);

    private static int Judge(ModesTable table, bool quick)
    {
        var reached = table.Rows.Where(row => row != ModesTable.Perfect && (quick ? table.Modes(row, ModesGame.Ring).Mean >= ModesGame.Ring.Modes : table.ReachesTheGoal(row))).ToArray();
        Console.WriteLine($"\n{(quick ? "whole ring" : "goal")}: {(reached.Length == 0 ? "no row" : string.Join(", ", reached))}; {RowsNeeded} needed");
        return reached.Length >= RowsNeeded ? 0 : 1;
    }

    private static int? Number(string[] args, string name) => Value(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
