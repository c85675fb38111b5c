using System.Runtime.InteropServices;

namespace Gan.Net.Training;

/// <summary>Tells a lack of memory from the engine's other failures, which all have one type and differ by their text.</summary>
internal static class EngineMemory
{
    // libtorch's allocators on CPU (Linux, Windows), CUDA and Metal; the driver; cuBLAS, cuSOLVER and cuDNN, which allocate for themselves. What the C++
    // library throws (std::bad_alloc) never comes here: TorchSharp does not catch it.
    private static readonly string[] _texts =
    [
        "out of memory", "can't allocate memory", "not enough memory", "STATUS_ALLOC_FAILED", "ALLOCATION_FAILED",
    ];

    /// <summary>Whether the engine failed for lack of memory.</summary>
    public static bool IsExhausted(ExternalException failure) =>
        Array.Exists(_texts, text => failure.Message.Contains(text, StringComparison.OrdinalIgnoreCase));
}
