using System.Globalization;
using System.Runtime.InteropServices;
using Gan.Net.Cli.Machine;

namespace Gan.Net.Cli.Runs;

/// <summary>The machine a run was made on, as its report names it; nothing that tells whose it is.</summary>
internal sealed record RunMachine
{
    private const string LinuxTable = "/proc/cpuinfo";

    public required string System { get; init; }

    public required string Processor { get; init; }

    public required int Cores { get; init; }

    public required string Memory { get; init; }

    public static RunMachine Gather() => new()
    {
        System = RuntimeInformation.OSDescription,
        Processor = ProcessorName(),
        Cores = Environment.ProcessorCount,
        Memory = string.Create(CultureInfo.InvariantCulture, $"{MachineMemory.Read().Total:F1} GiB"),
    };

    // A line reads "model name	: AMD EPYC 7B13".
    private static string ProcessorName()
    {
        var name = File.Exists(LinuxTable) ? File.ReadLines(LinuxTable).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return name is null ? RuntimeInformation.ProcessArchitecture.ToString() : name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
