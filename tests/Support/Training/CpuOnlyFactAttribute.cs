using TorchSharp;

namespace Gan.Net.TestSupport;

/// <summary>A test of what happens where there is no CUDA device; skipped where there is one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CpuOnlyFactAttribute : FactAttribute
{
    public CpuOnlyFactAttribute() => Skip = torch.cuda.is_available() ? "This machine has a CUDA device." : null;
}
