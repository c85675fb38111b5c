using Microsoft.Playwright;

namespace Gan.Net.Reporting.Tests.Browser;

/// <summary>The system's Chromium without a window, started once for the tests of a class. Playwright's own browsers are not downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    internal const string Missing = "No Chromium in PATH: apt-get install chromium, or name one with CHROMIUM.";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The program, or null.</summary>
    internal static string? Path { get; } = Find();

    public async ValueTask InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, ChromiumSandbox = false });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a file in a window of its own.</summary>
    internal async Task<OpenPage> Open(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await OpenPage.Load(context, path);
    }

    private static string? Find()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(System.IO.Path.PathSeparator) ?? [];
        return Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen ? chosen
            : names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
