using System.Globalization;

namespace Gan.Net.TestSupport;

/// <summary>The process's memory as the operating system sees it.</summary>
internal static class NativeMemory
{
    /// <summary>Resident bytes after a full collection, so that only what is still held counts.</summary>
    public static long Resident()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line["VmRSS:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
    }
}
