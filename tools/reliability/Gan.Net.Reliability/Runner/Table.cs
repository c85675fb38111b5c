using System.Diagnostics;

namespace Gan.Net.Reliability.Runner;

/// <summary>Runs checks and prints one table of what they reached.</summary>
internal static class Table
{
    private static readonly string[] _heads = ["check", "done", "promised", "reached", ""];

    /// <summary>Runs and prints; true when everything holds.</summary>
    public static bool Print(IReadOnlyList<Check> checks, bool isLong, TextWriter output)
    {
        var rows = new List<string[]>();
        foreach (var check in checks)
        {
            var clock = Stopwatch.StartNew();
            foreach (var figure in Run(check, isLong))
            {
                rows.Add([check.Name, figure.What, figure.Promised, figure.Reached, figure.Holds ? "holds" : "BROKEN"]);
            }

            rows.Add([check.Name, "time", "", $"{clock.Elapsed.TotalSeconds:F1} s", ""]);
        }

        var widths = Enumerable.Range(0, _heads.Length).Select(i => rows.Select(row => row[i].Length).Append(_heads[i].Length).Max()).ToArray();
        output.WriteLine(Line(_heads, widths));
        output.WriteLine("|" + string.Concat(widths.Select(width => new string('-', width + 2) + "|")));
        foreach (var row in rows)
        {
            output.WriteLine(Line(row, widths));
        }

        return rows.All(row => row[^1] != "BROKEN");
    }

    private static IReadOnlyList<Figure> Run(Check check, bool isLong)
    {
        var folder = Directory.CreateTempSubdirectory($"gan-net-{check.Name}-").FullName;
        try
        {
            return [.. check.Run(new Occasion(isLong, folder))];
        }
#pragma warning disable CA1031 // A check that fails is a line of the table, and the others still run.
        catch (Exception error)
        {
            Console.Error.WriteLine(error);
            return [new Figure("the check itself", "ends", $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}", false)];
        }
#pragma warning restore CA1031
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Line(string[] cells, int[] widths) => "| " + string.Join(" | ", cells.Zip(widths, (cell, width) => cell.PadRight(width))) + " |";
}
