using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Counts live tensors when none is waiting for the garbage collector.</summary>
internal static class Garbage
{
    /// <summary>Collects until the number of live tensors stays the same, and returns it.</summary>
    public static long Settle()
    {
        var before = -1L;
        for (var now = Tensor.TotalCount; now != before; now = Tensor.TotalCount)
        {
            before = now;
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return before;
    }

    /// <summary>Runs an action in a frame of its own, whose locals the collector may take afterwards.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Lose(Action action) => action();
}
