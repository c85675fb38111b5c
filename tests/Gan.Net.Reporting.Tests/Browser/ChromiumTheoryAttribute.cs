using System.Runtime.CompilerServices;

namespace Gan.Net.Reporting.Tests.Browser;

/// <summary>A test in the system's Chromium, once for each row; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line) =>
        Skip = Chromium.Path is null ? Chromium.Missing : null;
}
