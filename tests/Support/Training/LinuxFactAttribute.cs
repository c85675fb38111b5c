namespace Gan.Net.TestSupport;

/// <summary>A test that reads what only Linux tells.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Reads /proc, which only Linux has.";
}
