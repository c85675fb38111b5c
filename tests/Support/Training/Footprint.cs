using System.Globalization;
using static TorchSharp.torch;

namespace Gan.Net.TestSupport;

/// <summary>What is held: tensors as the engine counts them, memory as the operating system does.</summary>
internal static class Footprint
{
    private const long NoCollectionBytes = 100_000_000;

    /// <summary>
    /// Tensors alive after the action that were not before. No garbage is collected meanwhile: a tensor that only its finalizer
    /// would free counts as left behind.
    /// </summary>
    public static long TensorsLeftBy(Action action)
    {
        Collect();
        Assert.True(GC.TryStartNoGCRegion(NoCollectionBytes));
        try
        {
            var before = Tensor.TotalCount;
            action();
            return Tensor.TotalCount - before;
        }
        finally
        {
            GC.EndNoGCRegion();
        }
    }

    /// <summary>Tensors alive after what earlier tests lost was finalized.</summary>
    public static long SettledTensors()
    {
        Collect();
        return Tensor.TotalCount;
    }

    /// <summary>Resident bytes after a full collection.</summary>
    public static long ResidentBytes()
    {
        Collect();
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line["VmRSS:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
    }

    private static void Collect()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
