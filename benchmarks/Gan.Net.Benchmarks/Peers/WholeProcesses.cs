using System.Diagnostics;
using System.Globalization;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>The rows that start a process each time: time to the first step, peak memory, and sampling to a file.</summary>
internal static class WholeProcesses
{
    private const int MemoryRuns = 3;
    private const int SampleCount = 10_000;

    /// <summary>Measures the rows.</summary>
    /// <param name="table">Takes them.</param>
    /// <param name="turns">Processes of each side a row.</param>
    /// <param name="only">The one row wanted, or null for all.</param>
    public static void Run(PeerTable table, int turns, string? only)
    {
        if (only is null or "start")
        {
            foreach (var game in new[] { "ring", "dcgan28" })
            {
                table.Print($"start {game}", "fresh", InTurn(turns, ["first-step", game], Seconds), new(null, 0.6), 1000);
            }
        }

        if (only is null or "memory")
        {
            foreach (var (game, steps) in new[] { ("mlp", 30), ("dcgan28", 15) })
            {
                var peaks = InTurn(MemoryRuns, ["memory", game, steps.ToString(CultureInfo.InvariantCulture)], Printed);
                table.Print($"MiB {game}", "fresh", peaks, new(null, 1.0), 1.0 / 1024);
            }
        }

        if (only is null or "sample")
        {
            table.Print("sample 10,000", "-", Sampled(turns), new(null, 0.5), 1000);
        }
    }

    private static (Measured, Measured) Sampled(int turns)
    {
        var folder = Directory.CreateTempSubdirectory("gan-net-peers");
        try
        {
            return InTurn(turns, ["sample", SampleCount.ToString(CultureInfo.InvariantCulture), Path.Combine(folder.FullName, "samples.idx")], Seconds);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    // The first turn only brings the files into the system's cache.
    private static (Measured, Measured) InTurn(int turns, string[] arguments, Func<string, string[], double> measure)
    {
        var (ours, torchSharp, python) = (new List<double>(), new List<double>(), new List<double>());
        for (var turn = -1; turn < turns; turn++)
        {
            python.Add(measure(PyTorchPeer.Python, [PyTorchPeer.Script, .. arguments]));
            ours.Add(measure(Environment.ProcessPath!, [.. Assembly(), .. arguments]));
            torchSharp.Add(measure(Environment.ProcessPath!, [.. Assembly(), .. arguments, "textbook"]));
        }

        return (new Measured(ours[1..], torchSharp[1..]), new Measured(ours[1..], python[1..]));
    }

    // `dotnet X.dll` and the program's own executable both work.
    private static string[] Assembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(WholeProcesses).Assembly.Location] : [];

    // From the process's start to its first line, which says that the work is done; how a process ends is not the work.
    private static double Seconds(string program, string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start(program, arguments);
        process.StandardOutput.ReadLine();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        End(process, program, arguments);
        return seconds;
    }

    private static double Printed(string program, string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEnd();
        End(process, program, arguments);
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["OMP_NUM_THREADS"] = "2" } })!;

    private static void End(Process process, string program, string[] arguments)
    {
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
