using Microsoft.Playwright;

namespace Gan.Net.Reporting.Tests.Browser;

/// <summary>A page in the browser, with all it complained about and asked for since it was opened.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private OpenPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add($"error: {error}");
        page.Dialog += (_, dialog) => Complaints.Add($"dialog: {dialog.Message}");
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Everything on the console, errors of scripts, and dialogs.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Addresses asked for, pictures within the page left out.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<OpenPage> Load(IBrowserContext context, string path)
    {
        var page = new OpenPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(new Uri(path).AbsoluteUri);
        page.Requests.RemoveAll(address => address.StartsWith("data:", StringComparison.Ordinal));
        return page;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
