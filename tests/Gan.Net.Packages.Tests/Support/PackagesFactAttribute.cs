namespace Gan.Net.Packages.Tests.Support;

/// <summary>A test that packs: skipped when the engine is a bare assembly, which no package can depend on.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PackagesFactAttribute : FactAttribute
{
    public PackagesFactAttribute()
    {
        if (!BuildFacts.CanPack)
        {
            Skip = "Built against TorchSharpAssembly: packages cannot depend on a bare assembly.";
        }
    }
}
