using static TorchSharp.torch;

namespace Gan.Net.Reliability.Numbers;

/// <summary>Counts tensors left behind. No garbage is collected meanwhile: what only a finalizer would free counts.</summary>
internal static class TensorCount
{
    private const long NoCollectionBytes = 200_000_000;
    private const int AtOnce = 200;

    /// <summary>Does something so many times, in portions, and says how many tensors more there are.</summary>
    public static long LeftBy(int count, Action<int> portion)
    {
        long left = 0;
        for (var done = 0; done < count; done += AtOnce)
        {
            left += LeftBy(() => portion(Math.Min(AtOnce, count - done)));
        }

        return left;
    }

    private static long LeftBy(Action action)
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        if (!GC.TryStartNoGCRegion(NoCollectionBytes))
        {
            throw new InvalidOperationException("The collector cannot be kept quiet.");
        }

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
}
