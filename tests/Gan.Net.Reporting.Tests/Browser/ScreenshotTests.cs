using Microsoft.Playwright;

namespace Gan.Net.Reporting.Tests.Browser;

/// <summary>
/// Takes the pictures of reports that the documentation shows, when <c>GANNET_SCREENSHOTS</c> names a folder for them:
/// <c>tools/screenshots.sh</c> does, after the quickstart. Whole pages, at both widths and in both schemes, go into <c>artifacts/screenshots</c>, to
/// be looked at.
/// </summary>
public sealed class ScreenshotTests(Chromium chromium) : IClassFixture<Chromium>
{
    [ScreenshotTheory]
    [InlineData("ring", 1280, 1360, ColorScheme.Light)]
    [InlineData("ring", 390, 1240, ColorScheme.Dark)]
    [InlineData("digits", 1280, 1300, ColorScheme.Dark)]
    [InlineData("digits", 390, 1240, ColorScheme.Light)]
    public async Task Screenshot_OfAQuickstartRun_ShowsItsReport(string run, int width, int height, ColorScheme scheme)
    {
        await using var open = await chromium.Open(RepositoryFiles.At("runs", run, RunReport.FileName), width, scheme);
        await open.Page.SetViewportSizeAsync(width, height);
        await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(ScreenshotTheoryAttribute.Folder!, $"report-{run}-{width}.png") });

        Assert.Empty(open.Complaints);
    }

    [ScreenshotTheory]
    [InlineData("ring")]
    [InlineData("digits")]
    public async Task Screenshot_OfTheWholePage_NeedsNoScrollingSideways(string run)
    {
        foreach (var width in (int[])[1280, 390])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await using var open = await chromium.Open(RepositoryFiles.At("runs", run, RunReport.FileName), width, scheme);
                var picture = RepositoryFiles.At("artifacts", "screenshots", FormattableString.Invariant($"{run}-{width}-{scheme}.png"));
                await open.Page.ScreenshotAsync(new PageScreenshotOptions { Path = picture, FullPage = true });

                Assert.Empty(open.Complaints);
                Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            }
        }
    }
}
