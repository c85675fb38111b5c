using System.Reflection;
using TorchSharp;
using Xunit.Sdk;

namespace Gan.Net.TestSupport;

/// <summary>Runs a theory's device parameter on the GPU, or skips that row and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnCudaAttribute : DataAttribute
{
    public OnCudaAttribute() => Skip = torch.cuda.is_available() ? null : "No CUDA device: this machine's libtorch finds none.";

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["cuda"]];
}
