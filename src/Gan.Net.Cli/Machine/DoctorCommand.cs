using System.CommandLine;
using System.Globalization;
using Gan.Net.Cli.CommandLine;

namespace Gan.Net.Cli.Machine;

/// <summary><c>gan-net doctor</c>: what this machine can do, and what would help it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says which engine and devices there are, how fast they are, and how to fix what is missing.");
        command.SetAction(_ => Run(Console.Out));
        return command;
    }

    private static int Run(TextWriter output)
    {
        Threads.UseEveryCore();
        var facts = MachineFacts.Gather();
        foreach (var (name, value) in Describe(facts))
        {
            output.WriteLine($"{name,-10}{value}");
        }

        var advice = Advice.For(facts);
        foreach (var line in advice)
        {
            output.WriteLine($"{"fix",-10}{line}");
        }

        output.WriteLine(advice.Count == 0 ? "All is well." : "Usable.");
        return ExitCode.Done;
    }

    private static (string Name, string Value)[] Describe(MachineFacts facts) =>
    [
        ("gan-net", Versions.Tool),
        ("engine", facts.Engine),
        ("libtorch", facts.LibTorch),
        ("blas", string.Create(CultureInfo.InvariantCulture, $"{facts.Blas:F1} GFLOP/s (float32, 1024×1024, median of 7)")),
        ("threads", $"{facts.Threads} of {facts.Cores} cores"),
        ("waits", WaitPolicy.Description),
        ("devices", facts.CudaDevices == 0 ? "cpu (no CUDA device)" : $"cpu, cuda ({facts.CudaDevices} device{(facts.CudaDevices == 1 ? "" : "s")})"),
        ("memory", string.Create(CultureInfo.InvariantCulture, $"{facts.FreeMemoryGiB:F1} of {facts.MemoryGiB:F1} GiB free")),
    ];
}
