using System.Text.Json;
using Gan.Net.Reporting.Tests.Support;

namespace Gan.Net.Reporting.Tests;

public sealed class JsonLinesHookTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OnReport_Numbers_AreOneJsonObjectPerLine()
    {
        var path = _folder.File("new/stats.jsonl");

        using (var hook = new JsonLinesHook(path))
        {
            hook.OnStart(null);
            hook.OnReport(Reports.At(50, null, ("generator.loss", 0.625), ("score.real", -2)), null);
            hook.OnReport(Reports.At(100, 1.5, ("generator.loss", 0.5)), null);
        }

        var lines = File.ReadAllLines(path);
        Assert.Equal(2, lines.Length);
        var first = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(["round", "samples", "epoch", "seconds", "values"], first.EnumerateObject().Select(property => property.Name));
        Assert.Equal(50, first.GetProperty("round").GetInt64());
        Assert.Equal(400, first.GetProperty("samples").GetInt64());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("epoch").ValueKind);
        Assert.InRange(first.GetProperty("seconds").GetDouble(), 0, 60);
        Assert.Equal(0.625, first.GetProperty("values").GetProperty("generator.loss").GetDouble());
        Assert.Equal(-2, first.GetProperty("values").GetProperty("score.real").GetDouble());
        Assert.Equal(1.5, JsonDocument.Parse(lines[1]).RootElement.GetProperty("epoch").GetDouble());
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void OnReport_ValueJsonHasNoNumberFor_IsText(double value, string text)
    {
        var path = _folder.File("stats.jsonl");

        using (var hook = new JsonLinesHook(path))
        {
            hook.OnReport(Reports.At(1, null, ("generator.loss", value)), null);
        }

        Assert.Equal(text, JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("values").GetProperty("generator.loss").GetString());
    }

    [Fact]
    public void OnReport_WhileTheFileIsOpen_CanBeReadByOthers()
    {
        var path = _folder.File("stats.jsonl");
        using var hook = new JsonLinesHook(path);

        hook.OnReport(Reports.At(1), null);

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.StartsWith("{\"round\":1,", reader.ReadToEnd());
    }

    [Fact]
    public void Constructor_FileThatIsThere_IsContinued()
    {
        var path = _folder.File("stats.jsonl");
        File.WriteAllText(path, "{}\n");

        using (var hook = new JsonLinesHook(path))
        {
            hook.OnReport(Reports.At(1), null);
        }

        Assert.Equal(2, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void Every_NotGiven_IsFifty()
    {
        using var hook = new JsonLinesHook(_folder.File("stats.jsonl"));

        Assert.Equal(50, hook.Every);
    }
}
