using System.Diagnostics;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// <c>gan-net train</c> is sent SIGINT and SIGTERM at random times, each time going on from where it stopped: it exits with 0 within a step and
/// a save, and in the end there is the generator of a run that was never stopped, byte for byte.
/// </summary>
internal sealed class SignalCheck : Check
{
    private const int Rounds = 4_000;
    private const int Interrupted = 130;
    private const int Terminated = 143;

    public override string Name => "signals";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        if (OperatingSystem.IsWindows())
        {
            yield return new("signals", "", "SKIPPED: Windows has none", true);
            yield break;
        }

        var signals = occasion.Count(brief: 2, full: 100);
        var whole = Path.Combine(occasion.Folder, "whole");
        using (var run = Start(whole))
        {
            _ = End(run);
        }

        var random = new SeededRandom((ulong)Environment.TickCount64);
        var (sent, early, runs, same, failures) = (0, 0, 0, 0, new List<string>());
        while (sent < signals)
        {
            var folder = Path.Combine(occasion.Folder, $"run-{runs++}");
            while (sent < signals && !IsDone(folder))
            {
                var ended = Stop(folder, sent % 2 == 0 ? "INT" : "TERM", random);
                sent += ended == 0 ? 1 : 0;
                early += ended is Interrupted or Terminated ? 1 : 0;
                failures.AddRange(ended is 0 or Interrupted or Terminated ? [] : [$"exit code {ended}"]);
                occasion.Note($"{sent} of {signals}, {early} before the first step");
            }

            using var last = Start(folder);
            _ = End(last);
            same += GeneratorOf(folder).AsSpan().SequenceEqual(GeneratorOf(whole)) ? 1 : 0;
        }

        failures.ForEach(Console.Error.WriteLine);
        yield return new(
            $"{sent} signals while training ({early} more before it)", "exit code 0", $"{failures.Count} otherwise", failures.Count == 0 && early <= sent);
        yield return new($"the generators of those {runs} runs", "those of a run never stopped", $"{same} of {runs}", same == runs);
    }

    // Ended by itself counts as nothing sent; a signal before the first step ends the tool as any program.
    private static int Stop(string folder, string signal, SeededRandom random)
    {
        var isNew = !Directory.Exists(folder);
        using var tool = Start(folder);
        var line = isNew ? null : tool.StandardOutput.ReadLine();
        var clock = Stopwatch.StartNew();
        while (isNew && !Directory.Exists(Path.Combine(folder, "samples")) && clock.Elapsed < TimeSpan.FromMinutes(2))
        {
            Thread.Sleep(5);
        }

        Thread.Sleep(100 + (int)random.NextInt64(400));
        if (line is null && !isNew)
        {
            return -1;
        }

        // The shell's own kill: a program of that name is missing from small installations.
        using (var kill = Process.Start("sh", ["-c", $"kill -{signal} {tool.Id}"]))
        {
            kill.WaitForExit();
        }

        return End(tool);
    }

    private static Process Start(string folder)
    {
        string[] arguments = Directory.Exists(folder)
            ? ["--resume", folder]
            : ["--model", "mlp", "--data", "ring", "--batch", "8", "--steps", $"{Rounds}", "--checkpoint-every", $"{Rounds / 4}", "--out", folder];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gan-net.dll"), "train", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        return Process.Start(start)!;
    }

    private static int End(Process tool)
    {
        var output = tool.StandardOutput.ReadToEndAsync();
        var errors = tool.StandardError.ReadToEnd();
        tool.WaitForExit();
        if (errors.Length > 0)
        {
            Console.Error.WriteLine(errors);
        }

        return output.IsCompleted || output.Wait(TimeSpan.FromSeconds(10)) ? tool.ExitCode : -1;
    }

    private static byte[] GeneratorOf(string folder) => File.ReadAllBytes(Path.Combine(folder, "generator.safetensors"));

    private static bool IsDone(string folder) =>
        Directory.Exists(Path.Combine(folder, "checkpoints")) && Directory.GetDirectories(Path.Combine(folder, "checkpoints"), $"*-round-{Rounds}").Length > 0;
}
