using static TorchSharp.torch;

namespace Gan.Net.TestSupport;

/// <summary>Counts tensors for tests of leaks.</summary>
internal static class LiveTensors
{
    /// <summary>How many tensors live once those that other tests left to the garbage collector are gone.</summary>
    public static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
