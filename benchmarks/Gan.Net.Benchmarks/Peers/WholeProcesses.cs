using System.Diagnostics;
using System.Globalization;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>The rows that start a process each time: time to the first step, peak memory, and sampling to a file.</summary>
internal static class WholeProcesses
{
    private const int MemorySteps = 30;
    private const int SampleCount = 10_000;

    /// <summary>Measures the rows and gives those above their goal.</summary>
    /// <param name="pairs">Processes of each side a row.</param>
    /// <param name="only">The one row wanted, or null for all.</param>
    public static IEnumerable<string> Run(int pairs, string? only)
    {
        var missed = new List<string>();
        void Row(string name, string mode, Func<Measured> measure, double goal, double unit)
        {
            if (PeersCommand.Print(name, mode, "textbook", measure(), goal, unit))
            {
                missed.Add(name);
            }
        }

        if (only is null or "start")
        {
            foreach (var game in new[] { "ring", "dcgan28" })
            {
                Row($"start {game}", "fresh", () => Time(pairs, ["first-step", game]), 0.5, 1000);
            }
        }

        if (only is null or "memory")
        {
            Row("memory dcgan28 MiB", "fresh", () => Peak(pairs, ["memory", "dcgan28", MemorySteps.ToString(CultureInfo.InvariantCulture)]), 0.8, 1.0 / 1024);
        }

        if (only is null or "sample")
        {
            Row("sample 10,000", "-", () => Sampled(pairs), 0.8, 1000);
        }

        return missed;
    }

    private static Measured Sampled(int pairs)
    {
        var folder = Directory.CreateTempSubdirectory("gan-net-peers");
        try
        {
            return Time(pairs, ["sample", SampleCount.ToString(CultureInfo.InvariantCulture), Path.Combine(folder.FullName, "samples.idx")]);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static Measured Peak(int pairs, string[] arguments) =>
        Pair(pairs, arguments, output => double.Parse(output, CultureInfo.InvariantCulture));

    private static Measured Time(int pairs, string[] arguments)
    {
        var theirs = new List<double>();
        var ours = new List<double>();
        for (var pair = -1; pair < pairs; pair++)
        {
            var theirTime = Seconds(PyTorchPeer.Python, [PyTorchPeer.Script, .. arguments]);
            var ourTime = Seconds(Environment.ProcessPath!, [.. Assembly(), .. arguments]);
            if (pair >= 0)
            {
                theirs.Add(theirTime);
                ours.Add(ourTime);
            }
        }

        return new Measured(ours, theirs);
    }

    private static Measured Pair(int pairs, string[] arguments, Func<string, double> read)
    {
        var theirs = new List<double>();
        var ours = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            theirs.Add(read(Output(PyTorchPeer.Python, [PyTorchPeer.Script, .. arguments])));
            ours.Add(read(Output(Environment.ProcessPath!, [.. Assembly(), .. arguments])));
        }

        return new Measured(ours, theirs);
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

    private static string Output(string program, string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEnd();
        End(process, program, arguments);
        return output;
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
