using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

/// <summary>
/// While switched on, in every thread, a backward pass names the operator that failed and, if asked, fails where a gradient
/// becomes NaN. Slow: for finding a mistake. Disposing brings the mode from before back.
/// </summary>
public class AnomalyMode : IDisposable
{
    private readonly int before = Native.gannet_anomaly_mode();

    public AnomalyMode(bool enabled, bool check_nan = true) =>
        Native.Check(Native.gannet_set_anomaly_mode((enabled ? 1 : 0) | (check_nan ? 2 : 0)));

    public static bool IsEnabled => (Native.gannet_anomaly_mode() & 1) != 0;

    public static bool ShouldCheckNaN => (Native.gannet_anomaly_mode() & 2) != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Native.Check(Native.gannet_set_anomaly_mode(before));
        }
    }
}

public static partial class torch
{
    public static partial class autograd
    {
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }
}
