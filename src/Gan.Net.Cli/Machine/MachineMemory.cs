using System.Globalization;

namespace Gan.Net.Cli.Machine;

/// <summary>The machine's memory, as far as this process may use it.</summary>
internal static class MachineMemory
{
    private const string LinuxTable = "/proc/meminfo";
    private const double GiB = 1L << 30;

    /// <summary>Total and free memory in GiB.</summary>
    public static (double Total, double Free) Read()
    {
        var info = GC.GetGCMemoryInfo();
        var free = File.Exists(LinuxTable) ? LinuxFree(File.ReadLines(LinuxTable)) : null;
        return (info.TotalAvailableMemoryBytes / GiB, (free ?? Math.Max(0, info.TotalAvailableMemoryBytes - info.MemoryLoadBytes)) / GiB);
    }

    // A line reads "MemAvailable:   22548468 kB".
    private static double? LinuxFree(IEnumerable<string> table) =>
        table.FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            ? long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024.0
            : null;
}
