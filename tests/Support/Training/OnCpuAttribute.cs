using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Gan.Net.TestSupport;

/// <summary>Runs a theory's device parameter on the CPU.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnCpuAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<string>("cpu")]);
}
