using Gan.Net.Reporting.Tests.Support;
using Microsoft.Playwright;

namespace Gan.Net.Reporting.Tests.Browser;

/// <summary>The report as its readers meet it: in a browser.</summary>
public sealed class ReportBrowserTests : IClassFixture<Chromium>, IDisposable
{
    private const string Evil = """</script><script>document.title='taken'</script><img src=x onerror="document.title='taken'">""";

    private readonly Chromium _chromium;
    private readonly ScratchFolder _folder = new();
    private readonly RecordedRun _run;

    public ReportBrowserTests(Chromium chromium)
    {
        _chromium = chromium;
        _run = new RecordedRun(_folder.File("run")).WithEverything();
    }

    public void Dispose() => _folder.Dispose();

    [ChromiumTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Report_Opened_ComplainsOfNothingAndLoadsNothing(int width, ColorScheme scheme)
    {
        var path = _run.Write(new RunReportOptions { Summary = "A summary", Command = "gan-net train" });

        await using var open = await _chromium.Open(path, width, scheme);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();

        Assert.Empty(open.Complaints);
        Assert.Equal([new Uri(path).AbsoluteUri], open.Requests);
    }

    [ChromiumTheory]
    [InlineData(1280)]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Report_AnyWidth_NeedsNoScrollingSideways(int width)
    {
        var longWord = new string('w', 300);
        _run.WithMetric(longWord, -1.2345e-9).WithVerdict(longWord, longWord, longWord).WithConfig($$$"""{"{{{longWord}}}":"{{{longWord}}}","rounds":200}""");

        await using var open = await _chromium.Open(_run.Write(new RunReportOptions { Title = longWord, Summary = longWord, Command = longWord }), width);

        Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var beyond = await open.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))");
        Assert.Empty(beyond);
    }

    [ChromiumFact]
    public async Task Slider_MovedByKeys_ChangesPicturesNumberAndMarks()
    {
        await using var open = await _chromium.Open(_run.Write());
        var (slider, samples, field) = (open.Page.GetByRole(AriaRole.Slider, new() { Name = "Round" }), Picture(open, "Samples"), Picture(open, "Field"));
        var marks = open.Page.Locator("svg .now[visibility=visible]");
        var (lastSamples, lastField) = (await samples.GetAttributeAsync("src"), await field.GetAttributeAsync("src"));
        Assert.Equal(0, await marks.CountAsync());

        await slider.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowLeft");

        Assert.Equal(DataUri("samples", 150), await samples.GetAttributeAsync("src"));
        Assert.Equal(DataUri("field", 100), await field.GetAttributeAsync("src"));
        Assert.Equal("Samples after round 150", await samples.GetAttributeAsync("alt"));
        Assert.Equal("round 150", await slider.GetAttributeAsync("aria-valuetext"));
        Assert.Equal("150", await open.Page.Locator("output").TextContentAsync());
        Assert.Equal(3, await marks.CountAsync());

        await open.Page.Keyboard.PressAsync("Home");
        Assert.Equal(DataUri("samples", 0), await samples.GetAttributeAsync("src"));
        await open.Page.Keyboard.PressAsync("End");
        Assert.Equal((lastSamples, lastField), (await samples.GetAttributeAsync("src"), await field.GetAttributeAsync("src")));
        Assert.Equal(DataUri("samples", 200), lastSamples);
    }

    [ChromiumFact]
    public async Task Marks_OfARound_StandWhereItsSamplesAre()
    {
        await using var open = await _chromium.Open(_run.Write());
        await open.Page.GetByRole(AriaRole.Slider).FillAsync("2");

        // Round 100 of statistics from 10 to 200: 800 samples between 80 and 1,600.
        var share = await open.Page.EvaluateAsync<double>("""
            (() => {
              const plot = document.querySelector('svg.gan-plot'), [left, , right] = plot.dataset.area.split(' ').map(Number);
              return (plot.querySelector('.now').getAttribute('x1') - left) / (right - left);
            })()
            """);
        Assert.Equal((800.0 - 80) / (1600 - 80), share, 1e-6);
    }

    [ChromiumFact]
    public async Task Play_FromTheEnd_ShowsTheRunFromItsStartAndStops()
    {
        await using var open = await _chromium.Open(_run.Write());
        var rounds = await open.Page.EvaluateAsync<string[]>("""
            new Promise(done => {
              const button = document.querySelector('.time button'), output = document.querySelector('output'), seen = [];
              new MutationObserver(() => seen.push(output.textContent)).observe(output, { childList: true });
              new MutationObserver(() => button.title === 'Play' && done(seen)).observe(button, { attributeFilter: ['title'] });
              button.click();
            })
            """);

        Assert.Equal(["0", "50", "100", "150", "200"], rounds);
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_EitherScheme_StandsOutFromItsGround(ColorScheme scheme)
    {
        await using var open = await _chromium.Open(_run.Write(new RunReportOptions { Summary = "A summary", Command = "gan-net train", State = RunState.Running }), 1280, scheme);

        var (texts, weak) = await Contrast.Check(open.Page);

        Assert.InRange(texts, 80, 1000);
        Assert.Empty(weak);
        Assert.Equal(scheme == ColorScheme.Dark, await open.Page.EvaluateAsync<bool>("getComputedStyle(document.body).backgroundColor === 'rgb(14, 17, 22)'"));
    }

    [ChromiumTheory]
    [InlineData(RunState.Finished, ColorScheme.Light)]
    [InlineData(RunState.Finished, ColorScheme.Dark)]
    [InlineData(RunState.Stopped, ColorScheme.Light)]
    [InlineData(RunState.Stopped, ColorScheme.Dark)]
    public async Task State_EitherScheme_StandsOutFromItsGround(RunState state, ColorScheme scheme)
    {
        await using var open = await _chromium.Open(new RecordedRun(_folder.File("empty")).Write(new RunReportOptions { State = state }), 1280, scheme);

        Assert.Empty((await Contrast.Check(open.Page)).Weak);
    }

    [ChromiumFact]
    public async Task Contrast_GrayOnWhite_IsFound()
    {
        await using var open = await _chromium.Open(_run.With("bad.html", "<style>body{background:#fff}p{color:#888}svg{fill:#777}</style><p>weak</p><h1 style='color:#888'>large</h1><svg><text y='20'>faint</text></svg>").Folder + "/bad.html");

        Assert.Equal(["weak 3.54", "faint 4.48"], (await Contrast.Check(open.Page)).Weak);
    }

    [ChromiumFact]
    public async Task Report_HostileTexts_AreShownAndDoNothing()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["rounds"] = 200, [Evil] = Evil });
        var line = System.Text.Json.JsonSerializer.Serialize(new { round = 210, samples = 1680, values = new Dictionary<string, double> { [Evil] = 1 } });
        _run.WithConfig(json).Append("stats.jsonl", line).WithVerdict(Evil, Evil, Evil).WithMetric(Evil, 1);

        await using var open = await _chromium.Open(_run.Write(new RunReportOptions { Title = Evil, Summary = Evil, Command = Evil }));

        Assert.Empty(open.Complaints);
        Assert.Equal(Evil + " · finished", await open.Page.TitleAsync());
        Assert.Equal(Evil, await open.Page.Locator("h1").TextContentAsync());
        Assert.Equal(Evil, await open.Page.Locator(".command code").TextContentAsync());
        Assert.Equal(0, await open.Page.Locator("img[src=x]").CountAsync());
    }

    [ChromiumFact]
    public async Task Report_ScriptSmuggledIn_IsNotRun()
    {
        var path = _run.Write();
        File.WriteAllText(path, File.ReadAllText(path).Replace("</main>", "<script>document.title='taken'</script></main>"));

        await using var open = await _chromium.Open(path);

        Assert.Equal("run · finished", await open.Page.TitleAsync());
        Assert.Contains(open.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task Report_WithoutScripts_ShowsTheLastPictures()
    {
        await using var open = await _chromium.Open(_run.Write(), scripts: false);

        Assert.False(await open.Page.Locator(".time").IsVisibleAsync());
        Assert.Equal(DataUri("samples", 200), await Picture(open, "Samples").GetAttributeAsync("src"));
        Assert.True(await Picture(open, "Field").IsVisibleAsync());
    }

    [ChromiumFact]
    public async Task Report_ForScreenReaders_HasNamesAndOneOrderOfHeadings()
    {
        await using var open = await _chromium.Open(_run.Write(new RunReportOptions { Command = "gan-net train" }));

        Assert.Equal("en", await open.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Equal(
            ["H1", "H2", "H3", "H2", "H2", "H2", "H2", "H2"], await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('h1,h2,h3')].map(heading => heading.tagName)"));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("[...document.images].filter(image => !image.alt || !image.naturalWidth).map(image => image.outerHTML.slice(0, 60))"));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('svg')].filter(plot => !plot.ariaLabel || plot.getAttribute('role') !== 'img').map(plot => plot.outerHTML.slice(0, 60))"));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('button:not([hidden])')].filter(button => !(button.ariaLabel || button.textContent)).map(button => button.outerHTML)"));
    }

    [ChromiumFact]
    public async Task Report_OfAnEmptyRun_IsAQuietPage()
    {
        await using var open = await _chromium.Open(new RecordedRun(_folder.File("empty")).Write(), 390);

        Assert.Empty(open.Complaints);
        Assert.Equal("empty", await open.Page.Locator("h1").TextContentAsync());
    }

    private static ILocator Picture(OpenPage open, string strip) => open.Page.Locator($"figure[data-strip={strip}] img");

    private string DataUri(string kind, long round) => "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(Path.Combine(_run.Folder, kind, $"round-{round:D7}.png")));
}
