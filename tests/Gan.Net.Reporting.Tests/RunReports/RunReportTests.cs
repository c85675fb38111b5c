using System.Text.RegularExpressions;
using Gan.Net.Imaging;
using Gan.Net.Reporting.Tests.Support;

namespace Gan.Net.Reporting.Tests.RunReports;

public sealed partial class RunReportTests : IDisposable
{
    private static readonly string[] AllSections = ["verdicts", "pictures", "curves", "metrics", "settings", "again"];

    private readonly ScratchFolder _folder = new();
    private readonly RecordedRun _run;

    public RunReportTests() => _run = new RecordedRun(_folder.File("my-run"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Draw_RunWithEverything_HasEverySection()
    {
        var html = _run.WithEverything().Draw(new RunReportOptions { Summary = "MLP on ring", Command = "gan-net train --data ring" });

        Assert.Equal(AllSections, Sections(html));
        Assert.Contains("<title>my-run · finished</title>", html);
        Assert.Contains("<h1>my-run</h1>", html);
        Assert.Contains("MLP on ring", html);
        Assert.Contains("<code>gan-net train --data ring</code>", html);
        Assert.Contains("<dt>Samples seen</dt><dd>1,600</dd>", html);
        Assert.Contains("<dt>Time</dt><dd>2 s</dd>", html);
        Assert.Contains("<dt>Speed</dt><dd>800 <small>samples/s</small></dd>", html);
        Assert.Contains("<h3>Discriminator wins</h3><p class=\"when\">round 100, after 800 samples</p>", html);
        Assert.Contains("<li>Lower its learning rate.</li>", html);
        Assert.Contains("<code>fid-10k-digits</code></th><td class=\"number\">12.346 ± 0.25<small>lower is better</small></td><td class=\"number\">10,000</td>", html);
        Assert.Contains("<th scope=\"row\">optimizer</th><td>learning rate 0.002, beta1 0.5</td>", html);
        Assert.Contains("<th scope=\"row\">engine</th><td>Engine 1</td>", html);
        Assert.Contains("8 of 8 pictures are in this file.", html);
        Assert.Contains("Written 2030-01-02 03:04:05 UTC", html);
        Assert.DoesNotContain("could not be read", html);
    }

    [Theory]
    [InlineData("config.json", "settings")]
    [InlineData("stats.jsonl", "curves")]
    [InlineData("verdicts.jsonl", "verdicts")]
    [InlineData("metrics.jsonl", "metrics")]
    [InlineData("interpolation.png", null)]
    public void Draw_FileMissing_LeavesOutItsSectionOnly(string file, string? section)
    {
        _run.WithEverything();
        File.Delete(Path.Combine(_run.Folder, file));

        Assert.Equal(AllSections.Where(name => name != section && name != "again"), Sections(_run.Draw()));
    }

    [Theory]
    [InlineData("samples")]
    [InlineData("field")]
    public void Draw_FolderMissing_ShowsTheOtherPictures(string missing)
    {
        _run.WithEverything();
        Directory.Delete(Path.Combine(_run.Folder, missing), recursive: true);

        var html = _run.Draw();

        Assert.Equal(missing == "samples" ? ["Field"] : ["Samples"], Strip().Matches(html).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Draw_EmptyFolder_IsStillAPage()
    {
        var html = _run.Draw();

        Assert.Empty(Sections(html));
        Assert.Contains("<title>my-run · unfinished</title>", html);
        Assert.EndsWith("</html>\n", html);
    }

    [Fact]
    public void Draw_NoFolder_SaysSo()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => RunReport.Draw(_folder.File("none")));

        Assert.Equal($"There is no folder '{_folder.File("none")}'. Name the folder of a run.", error.Message);
    }

    // A run of 200 rounds.
    [Theory]
    [InlineData(200, false, null, "finished")]
    [InlineData(120, false, null, "unfinished")]
    [InlineData(120, true, null, "stopped")]
    [InlineData(120, false, RunState.Running, "running")]
    [InlineData(200, false, RunState.Stopped, "stopped")]
    [InlineData(120, false, RunState.Failed, "failed")]
    public void Draw_State_IsTheGivenOneOrToldFromTheFiles(int rounds, bool saved, RunState? given, string state)
    {
        _run.WithConfig().WithStatistics(rounds);
        if (saved)
        {
            _run.With("generator.safetensors", "");
        }

        var html = _run.Draw(new RunReportOptions { State = given });

        Assert.Contains($"<p class=\"state {state}\">{state}</p>", html);
        Assert.Equal(rounds < 200, html.Contains("<dt>Rounds</dt><dd>120 <small>of 200</small></dd>"));
        Assert.Equal(given == RunState.Running, html.Contains("As of 03:04:05 UTC."));
    }

    [Fact]
    public void Draw_BrokenLines_ArePassedOverAndCounted()
    {
        _run.WithStatistics(100)
            .Append("stats.jsonl", """{"round":110,"samp""")
            .Append("metrics.jsonl", """{"name":"fid","value":"many"}""")
            .Append("metrics.jsonl", "[]")
            .Append("verdicts.jsonl", """{"round":1}""");

        var html = _run.Draw();

        Assert.Contains("4 lines of the run's files could not be read and were passed over.", html);
        Assert.Equal(["curves"], Sections(html));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    public void Draw_ConfigThatIsNoObject_LeavesOutTheSettings(string json) => Assert.Empty(Sections(_run.WithConfig(json).Draw()));

    [Fact]
    public void Draw_ConfigWithAByteOrderMark_IsRead() => Assert.Equal(["settings"], Sections(_run.WithConfig("\uFEFF{\"rounds\":1}").Draw()));

    [Fact]
    public void Draw_ConfigOfAnyShape_IsGrouped()
    {
        var html = _run.WithConfig("""
            {"batchSize":8,"useEma":true,"nothing":null,"widths":[64,32],"empty":[],"epsilon":1E-08,
             "model":{"latent":{"size":10,"prior":"Normal"},"stages":[{"type":"Wide","width":4},{"width":8}],
                      "optimizer":{"type":"Adam","rate":0.1,"beta1":0.5,"beta2":0.9},"terms":[{"a":1,"b":2,"c":3,"d":[4]}]}}
            """).Draw();

        Assert.Equal(
            [
                "[run]", "batch size = 8", "use ema = yes", "widths = 64, 32", "epsilon = 1e-8",
                "[model]", "latent = size 10, prior Normal", "stages 1 = Wide, width 4", "stages 2 = width 8",
                "[optimizer]", "type = Adam", "rate = 0.1", "beta1 = 0.5", "beta2 = 0.9",
                "[terms]", "a = 1", "b = 2", "c = 3", "d = 4",
            ],
            Settings().Matches(html).Select(match => match.Groups[1].Success ? $"[{match.Groups[1].Value}]" : $"{match.Groups[2].Value} = {match.Groups[3].Value}"));
    }

    [Fact]
    public void Draw_MetricMeasuredTwice_ShowsTheLaterValue()
    {
        var html = _run.WithMetric("kid-1k", 9).WithMetric("kid-1k", 7, error: null).Draw();

        Assert.Equal(["metrics"], Sections(html));
        Assert.Contains("<code>kid-1k</code></th><td class=\"number\">7<small>", html);
        Assert.Single(Regex.Matches(html, "kid-1k"));
    }

    [Fact]
    public void Draw_MetricMeasuredInSeveralRounds_IsACurveToo()
    {
        var html = _run.WithMetric("kid-1k", 9, round: 100).WithMetric("kid-1k", 7, round: 200).WithMetric("once", 1, round: 200).Draw();

        Assert.Equal(["kid-1k"], Plots(html));
    }

    [Fact]
    public void Draw_VeryManyLines_KeepsTheLastAndStaysSmall()
    {
        var lines = string.Concat(Enumerable.Range(1, 50_001).Select(i => $$$"""{"round":{{{i}}},"samples":{{{i}}},"values":{"a":1}}""" + "\n"));

        var html = _run.With("stats.jsonl", lines).Draw();

        Assert.Contains("<dt>Samples seen</dt><dd>50,001</dd>", html);
        Assert.InRange(html.Length, 10_000, 60_000);
    }

    [Fact]
    public void Draw_CurvesOfOneKind_ShareAPlot()
    {
        var html = _run.WithStatistics(100).Draw();

        Assert.Equal(["Loss", "Mean probability of being real", "Gradient norm"], Plots(html));
    }

    [Fact]
    public void Draw_CriticWithoutProbabilities_ShowsItsLogits()
    {
        _run.Append("stats.jsonl", """{"round":1,"samples":8,"values":{"score.real":3,"score.fake":-2,"R1Penalty":0.1}}""");

        Assert.Equal(["Mean logit", "R1Penalty"], Plots(_run.Draw()));
    }

    [Fact]
    public void Draw_RunThatWentOn_TakesTheLaterLineOfARound()
    {
        _run.Append("stats.jsonl", """{"round":2,"samples":16,"seconds":1,"values":{"a":1}}""")
            .Append("stats.jsonl", """{"round":4,"samples":32,"seconds":2,"values":{"a":1}}""")
            .Append("stats.jsonl", """{"round":2,"samples":17,"seconds":1,"values":{"a":1}}""")
            .Append("stats.jsonl", """{"round":3,"samples":24,"seconds":3,"values":{"a":1}}""");

        Assert.Contains("<dt>Samples seen</dt><dd>32</dd>", _run.Draw());
    }

    [Fact]
    public void Draw_ManyPictures_EmbedsAtMostAsManyAsAllowed()
    {
        _run.WithPictures("samples", [.. Enumerable.Range(0, 101).Select(i => i * 10L)]);

        var html = _run.Draw(new RunReportOptions { MostFrames = 5 });

        Assert.Contains("5 of 101 pictures are in this file.", html);
        Assert.Contains("\"rounds\":[0,250,500,750,1000]", html);
    }

    [Fact]
    public void Draw_LargePictures_KeepsWithinTheBytesAllowed()
    {
        for (var round = 0; round < 20; round++)
        {
            PictureFile.Write(Animations.Scene.Noise(100, 100, 1, (ulong)round), Path.Combine(_run.Folder, "samples", $"round-{round:D7}.png"));
            PictureFile.Write(Animations.Scene.Noise(100, 100, 1, (ulong)round), Path.Combine(_run.Folder, "field", $"round-{round:D7}.png"));
        }

        var html = _run.Draw(new RunReportOptions { MostPictureBytes = 85_000 });

        // Four of about 10,100 bytes in each half.
        Assert.Contains("8 of 40 pictures are in this file.", html);
        Assert.InRange(html.Length, 100_000, 140_000);
        Assert.Contains("\"rounds\":[0,6,13,19]", html);
    }

    [Fact]
    public void Draw_Pictures_AreTheFilesThemselves()
    {
        var html = _run.WithPictures("samples", 0, 7).Draw();

        foreach (var round in (long[])[0, 7])
        {
            Assert.Contains(Convert.ToBase64String(File.ReadAllBytes(Path.Combine(_run.Folder, "samples", $"round-{round:D7}.png"))), html);
        }
    }

    [Fact]
    public void Draw_HostileTexts_AreEscapedEverywhere()
    {
        const string Evil = """</script><script>alert(1)</script><img src=x onerror=alert(2)>"'&""";
        var json = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["rounds"] = 1, [Evil] = Evil, ["engine"] = Evil, ["model"] = new Dictionary<string, string> { [Evil] = Evil } });
        var line = System.Text.Json.JsonSerializer.Serialize(new { round = 1, samples = 8, values = new Dictionary<string, double> { [Evil] = 1, ["x." + Evil] = 2 } });
        _run.WithConfig(json).Append("stats.jsonl", line).WithVerdict(Evil, Evil, Evil).WithMetric(Evil, 1, round: 8).WithMetric(Evil, 2, round: 16);

        var html = _run.Draw(new RunReportOptions { Title = Evil, Summary = Evil, Command = Evil });

        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.True(Regex.Count(html, "&lt;img src=x onerror=alert\\(2\\)&gt;&quot;&#39;&amp;") >= 12);
    }

    [Fact]
    public void Draw_Page_NamesNothingOutside()
    {
        var html = _run.WithEverything().Draw();

        Assert.Contains("default-src 'none'; img-src data:;", html);
        Assert.Empty(Outside().Matches(html.Replace("http://www.w3.org/2000/svg", "")));
    }

    [Fact]
    public void Draw_Twice_IsTheSame() => Assert.Equal(_run.WithEverything().Draw(), _run.Draw());

    [Fact]
    public void Write_ReportThatIsThere_IsReplaced()
    {
        Assert.Equal(Path.Combine(_run.Folder, "report.html"), _run.Write());

        _run.WithStatistics(10).Write();

        Assert.Equal(_run.Draw(), File.ReadAllText(Path.Combine(_run.Folder, "report.html")));
        Assert.Equal(["report.html", "stats.jsonl"], Directory.EnumerateFiles(_run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Draw_OptionsOutOfRange_AreAllNamed()
    {
        var error = Assert.Throws<ArgumentException>(() => _run.Draw(new RunReportOptions { MostFrames = 1, MostPictureBytes = 0, Summary = null!, Command = null! }));

        Assert.Equal(
            "RunReportOptions: MostFrames must be at least 2, was 1; MostPictureBytes must be at least 1, was 0; Summary must be given, was null; Command must be given, was null.", error.Message);
    }

    private static IEnumerable<string> Sections(string html) => Section().Matches(html).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Plots(string html) => Plot().Matches(html).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<section aria-labelledby=\"([a-z]+)\">")]
    private static partial Regex Section();

    [GeneratedRegex("<figure data-strip=\"([A-Za-z]+)\">")]
    private static partial Regex Strip();

    [GeneratedRegex("<svg [^>]*aria-label=\"([^\"]*)\"")]
    private static partial Regex Plot();

    [GeneratedRegex("<caption>(.*?)</caption>|<th scope=\"row\">(.*?)</th><td>(.*?)</td>")]
    private static partial Regex Settings();

    [GeneratedRegex("https?://|src=\"(?!data:)|href=|url\\(|@import")]
    private static partial Regex Outside();
}
