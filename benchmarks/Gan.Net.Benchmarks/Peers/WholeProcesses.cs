using System.Diagnostics;
using System.Globalization;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>The rows that start a process each time: time to the first step, peak memory, and sampling to a file.</summary>
internal static class WholeProcesses
{
    private const int MemorySteps = 30;
    private const int SampleCount = 10_000;

    public static IEnumerable<string> Run(int pairs)
    {
        foreach (var row in new[] { "ring", "dcgan28" })
        {
            if (PeersCommand.Print($"start {row}", "fresh", "textbook", Time(pairs, ["first-step", row]), 0.5, 1000))
            {
                yield return $"start {row}";
            }
        }

        var memory = Pair(3, ["memory", "dcgan28", MemorySteps.ToString(CultureInfo.InvariantCulture)], output => double.Parse(output, CultureInfo.InvariantCulture));
        if (PeersCommand.Print("memory dcgan28 MiB", "fresh", "textbook", memory, 0.8, 1.0 / 1024))
        {
            yield return "memory dcgan28";
        }

        var folder = Directory.CreateTempSubdirectory("gan-net-peers");
        try
        {
            var file = Path.Combine(folder.FullName, "samples.idx");
            if (PeersCommand.Print("sample 10,000", "-", "textbook", Time(pairs, ["sample", SampleCount.ToString(CultureInfo.InvariantCulture), file]), 0.8, 1000))
            {
                yield return "sampling";
            }
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static Measured Time(int pairs, string[] arguments)
    {
        var theirs = new List<double>();
        var ours = new List<double>();
        for (var pair = -1; pair < pairs; pair++)
        {
            var theirTime = Seconds(() => Output(PyTorchPeer.Python, [PyTorchPeer.Script, .. arguments]));
            var ourTime = Seconds(() => Output(Environment.ProcessPath!, [.. Assembly(), .. arguments]));
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

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string Output(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["OMP_NUM_THREADS"] = "2" } })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
