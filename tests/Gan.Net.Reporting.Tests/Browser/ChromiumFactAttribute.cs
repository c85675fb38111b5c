namespace Gan.Net.Reporting.Tests.Browser;

/// <summary>A test in the system's Chromium; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.Path is null ? Chromium.Missing : null;
}
