using System.Runtime.CompilerServices;

namespace Gan.Net.TestSupport;

/// <summary>A test that reads what only Linux tells.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line) =>
        Skip = OperatingSystem.IsLinux() ? null : "Reads /proc, which only Linux has.";
}
