using System.Reflection;
using Xunit.Sdk;

namespace Gan.Net.TestSupport;

/// <summary>Runs a theory's device parameter on the CPU.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnCpuAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["cpu"]];
}
