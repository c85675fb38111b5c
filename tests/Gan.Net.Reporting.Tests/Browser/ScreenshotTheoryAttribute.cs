using System.Runtime.CompilerServices;

namespace Gan.Net.Reporting.Tests.Browser;

/// <summary>Runs only when someone wants pictures.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScreenshotTheoryAttribute : TheoryAttribute
{
    public ScreenshotTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line) =>
        Skip = Folder is null ? "GANNET_SCREENSHOTS names no folder: see tools/screenshots.sh." : Chromium.Path is null ? Chromium.Missing : null;

    /// <summary>Where the pictures go, or null.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("GANNET_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;
}
