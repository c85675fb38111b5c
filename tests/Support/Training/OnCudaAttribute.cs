using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Gan.Net.TestSupport;

/// <summary>Runs a theory's device parameter on the GPU, or skips that row and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnCudaAttribute : DataAttribute
{
    public OnCudaAttribute()
    {
        Skip = "No CUDA device: this machine's libtorch finds none.";
        SkipType = typeof(CudaDevice);
        SkipUnless = nameof(CudaDevice.IsThere);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([ConvertDataRow(new object[] { "cuda" })]);
}
