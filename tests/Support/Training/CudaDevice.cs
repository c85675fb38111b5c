using TorchSharp;

namespace Gan.Net.TestSupport;

/// <summary>Whether this machine has a GPU. Asked when a test runs: listing tests loads no libtorch.</summary>
internal static class CudaDevice
{
    public static bool IsThere => torch.cuda.is_available();
}
