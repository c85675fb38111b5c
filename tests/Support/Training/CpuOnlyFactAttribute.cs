using System.Runtime.CompilerServices;

namespace Gan.Net.TestSupport;

/// <summary>A test of what happens where there is no CUDA device; skipped where there is one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CpuOnlyFactAttribute : FactAttribute
{
    public CpuOnlyFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        Skip = "This machine has a CUDA device.";
        SkipType = typeof(CudaDevice);
        SkipWhen = nameof(CudaDevice.IsThere);
    }
}
