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
            hook.OnStart([]);
            hook.OnReport(Reports.At(50, null, ("generator.loss", 0.625), ("score.real", -2)), []);
            hook.OnReport(Reports.At(100, 1.5, ("generator.loss", 0.5)), []);
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
            hook.OnReport(Reports.At(1, null, ("generator.loss", value)), []);
        }

        Assert.Equal(text, JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("values").GetProperty("generator.loss").GetString());
    }

    [Fact]
    public void OnReport_WhileTheFileIsOpen_CanBeReadByOthers()
    {
        var path = _folder.File("stats.jsonl");
        using var hook = new JsonLinesHook(path);

        hook.OnReport(Reports.At(1), []);

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
            hook.OnReport(Reports.At(1), []);
        }

        Assert.Equal(2, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void Every_NotGiven_IsFifty()
    {
        using var hook = new JsonLinesHook(_folder.File("stats.jsonl"));

        Assert.Equal(50, hook.Every);
    }

    [Theory]
    [InlineData(0, new long[] { })]
    [InlineData(1, new long[] { 1 })]
    [InlineData(2, new long[] { 1, 2 })]
    [InlineData(9, new long[] { 1, 2, 4 })]
    public void Constructor_AfterRound_CutsOffLaterLinesAndATornOne(long round, long[] left)
    {
        var path = Written(1, 2, 4);
        File.AppendAllText(path, "{\"round\":5,\"sam");

        new JsonLinesHook(path, afterRound: round).Dispose();

        Assert.Equal(left, File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("round").GetInt64()));
    }

    [Fact]
    public void Constructor_AfterRoundLineDamagedByPowerLoss_CutsOffFromThere()
    {
        var path = Written(1);
        File.AppendAllText(path, "\0\0\0\0\n");

        new JsonLinesHook(path, afterRound: 9).Dispose();

        Assert.Single(File.ReadAllLines(path));
    }

    [Fact]
    public void Constructor_AfterRound_SecondsGoOn()
    {
        var path = _folder.File("stats.jsonl");
        File.WriteAllText(path, "{\"round\":1,\"samples\":4,\"epoch\":null,\"seconds\":1000.5,\"values\":{}}\n{\"round\":2,\"seconds\":5000}\n");

        using (var hook = new JsonLinesHook(path, afterRound: 1))
        {
            hook.OnReport(Reports.At(2), []);
            hook.FlushToDisk();
        }

        Assert.InRange(JsonDocument.Parse(File.ReadAllLines(path)[1]).RootElement.GetProperty("seconds").GetDouble(), 1000.5, 1100);
    }

    [Fact]
    public void Constructor_WithoutAfterRound_KeepsEveryLine()
    {
        var path = Written(1, 2);
        new JsonLinesHook(path).Dispose();
        Assert.Equal(2, File.ReadAllLines(path).Length);
    }

    private string Written(params long[] rounds)
    {
        var path = _folder.File("stats.jsonl");
        using var hook = new JsonLinesHook(path);
        foreach (var round in rounds)
        {
            hook.OnReport(Reports.At(round), []);
        }

        return path;
    }
}
